// What this browser can do, decided by looking for the thing itself and never by the browser's name: whatever is offered
// only where it works asks here. docs/browsers.md is the same as a table.

/** Screen Capture (`getDisplayMedia`). No phone's browser has it, nor a page without https. */
export function canCaptureScreen(devices: MediaDevices | undefined): boolean {
  return typeof devices?.getDisplayMedia === 'function';
}

/** A window above all others (Document Picture-in-Picture); it works in no frame. */
export function canStayOnTop(view: Window): boolean {
  return view.top === view && 'documentPictureInPicture' in view;
}

/** A whole folder in a file input. */
export function canChooseFolders(view: Window & typeof globalThis): boolean {
  return 'webkitdirectory' in view.HTMLInputElement.prototype;
}

/**
 * Whether a file input can open the camera (HTML Media Capture). Browsers do not say so; those that do are operated by finger,
 * and a computer with a touch screen as its first pointer offers its files instead.
 */
export function canTakePhotos(view: Window): boolean {
  return view.matchMedia('(pointer: coarse)').matches;
}
