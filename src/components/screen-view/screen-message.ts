// What stands in the place of the picture while there is none: words, an icon, and what can be done.

import { CircleX, Eye, EyeOff, Hourglass, type IconNode, Monitor, MonitorOff, MonitorX, Pause } from 'lucide';
import type { TechnicianWords } from '../../i18n/en/technician.ts';
import { assertNever } from '../../session/assert-never.ts';
import {
  mayRequestScreen,
  type ScreenOffReason,
  type TechnicianScreenState,
} from '../../session/technician-screen-state.ts';

/** What the technician can do about the screen at a moment. */
export type ScreenAction = 'request' | 'withdraw' | 'stop' | 'resume';

export interface ScreenMessage {
  readonly title: string;
  readonly text: string;
  readonly icon: IconNode;
}

const OFF_ICONS: Readonly<Record<ScreenOffReason, IconNode>> = {
  'not-shared': Monitor,
  declined: CircleX,
  failed: MonitorX,
  unsupported: MonitorOff,
  'stopped-by-customer': EyeOff,
  'page-reloaded': EyeOff,
};

/** The one thing to do about the screen now, if there is one. */
export function screenAction(screen: TechnicianScreenState): ScreenAction | null {
  switch (screen.phase) {
    case 'off':
      return mayRequestScreen(screen) ? 'request' : null;
    case 'requesting':
      return 'withdraw';
    case 'shared':
      return screen.isWatching ? 'stop' : 'resume';
    default:
      return assertNever(screen);
  }
}

/** Whether the customer's side sends a picture that is wanted here: it is what makes their screen visible. */
export function isPictureFlowing(screen: TechnicianScreenState): boolean {
  return screen.phase === 'shared' && screen.isWatching && screen.isSending;
}

/** What to say instead of a picture; `null` while one is seen. */
export function screenMessage(
  words: TechnicianWords['screen'],
  screen: TechnicianScreenState,
  hasFrame: boolean,
): ScreenMessage | null {
  switch (screen.phase) {
    case 'off':
      return { ...words.off[screen.reason], icon: OFF_ICONS[screen.reason] };
    case 'requesting':
      return { ...words.requesting, icon: Hourglass };
    case 'shared':
      if (!screen.isWatching) return { ...words.notWatching, icon: EyeOff };
      if (screen.isPaused) return { ...words.paused, icon: Pause };
      return hasFrame ? null : { ...words.waitingForPicture, icon: Eye };
    default:
      return assertNever(screen);
  }
}
