// A notifier for tests: it keeps what it was asked to show, and the test presses it.

import { createStore } from '../../session/store.ts';
import type { Notice, NoticeState, Notifier } from './notifier.ts';

export class FakeNotifier implements Notifier {
  readonly state = createStore<NoticeState>('on');
  readonly shown: Notice[] = [];
  /** What is in front of the person now, by tag. */
  readonly visible = new Map<string, { readonly notice: Notice; press(): void }>();
  readonly requests: string[] = [];

  turnOn(): void {
    this.requests.push('on');
    this.state.set('on');
  }

  turnDown(): void {
    this.requests.push('down');
    this.state.set('off');
  }

  show(tag: string, notice: Notice, onOpen: () => void): void {
    this.shown.push(notice);
    this.visible.set(tag, { notice, press: onOpen });
  }

  clear(tag: string): void {
    this.visible.delete(tag);
  }

  /** Presses the newest notice. */
  press(): void {
    [...this.visible.values()].at(-1)?.press();
  }
}
