// A still of a picture: one frame as a PNG, saved by the browser like any download.

/** The frame that `video` shows now, in its own pixels. Rejects where the browser cannot make a picture of it. */
export function stillOf(video: HTMLVideoElement): Promise<Blob> {
  const canvas = video.ownerDocument.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  const context = canvas.getContext('2d');
  if (context === null || canvas.width === 0) return Promise.reject(new TypeError('nothing to draw'));
  context.drawImage(video, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new TypeError('no PNG')) : resolve(blob)), 'image/png');
  });
}

/** The name of a still taken at `at`, such as `deskside-2026-11-23-14-05-12.png`, in local time. */
export function stillName(at: Date): string {
  const parts = [
    at.getFullYear(),
    at.getMonth() + 1,
    at.getDate(),
    at.getHours(),
    at.getMinutes(),
    at.getSeconds(),
  ];
  return `deskside-${parts.map((part) => String(part).padStart(2, '0')).join('-')}.png`;
}

/** Has the browser save `blob` under `name`. */
export function download(document: Document, blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the data by the next task.
  setTimeout(() => URL.revokeObjectURL(address));
}
