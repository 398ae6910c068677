// The technician's own screen, as each side knows it. The technician starts and stops it; the customer can close
// the viewer. Pure.

import type { Surface } from '../protocol/control-message.ts';
import type { ErrorCode } from '../protocol/deskside-error.ts';

/** At the customer's. */
export type ViewerState =
  /** The technician shows nothing. */
  | { readonly phase: 'off' }
  | { readonly phase: 'open' }
  /** The technician shows their screen, and the customer has closed it. */
  | { readonly phase: 'closed' };

/** At the technician's. */
export type OwnScreenState =
  /** `problem` is why the last try came to nothing. */
  | { readonly phase: 'off'; readonly problem: ErrorCode | null }
  /** The browser's picker is open. */
  | { readonly phase: 'choosing' }
  | {
      readonly phase: 'sharing';
      readonly surface: Surface;
      /** Whether the customer has the viewer open. */
      readonly isViewerOpen: boolean;
    };

export const VIEWER_OFF: ViewerState = { phase: 'off' };
export const OWN_SCREEN_OFF: OwnScreenState = { phase: 'off', problem: null };
