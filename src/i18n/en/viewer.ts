// English words about the technician's own screen, at the customer's.

export const viewerWords = {
  region: (name: string) => `${name}'s screen`,
  /** Once, for those who cannot see that it has opened. */
  opened: (name: string) => `${name} is showing a screen to you.`,
  notYours: 'This is not your screen.',
  waiting: 'The picture is coming…',
  share: 'Share',
  shareHint: (name: string) => `Share your own screen with ${name}`,
  isSharing: 'You are sharing your screen.',
  chat: 'Chat',
  view: 'Size of the picture',
  fit: 'Fit',
  actualSize: '100 %',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  close: 'Close viewer',
  reopen: (name: string) => `Open ${name}'s screen`,
  closed: (name: string) => `${name} is still showing a screen to you.`,
};

export type ViewerWords = typeof viewerWords;
