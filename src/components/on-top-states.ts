// States of the customer's page around the window above the others: where it is offered, in it, and refused.

import { DesksideError } from '../protocol/deskside-error.ts';
import { createStore } from '../session/store.ts';
import { type CustomerStateRecipe, driven } from './customer-states.ts';
import type { OnTop } from './on-top/on-top.ts';

class FakeOnTop implements OnTop {
  readonly state = createStore(false);
  isRefused = false;

  async open(): Promise<void> {
    if (this.isRefused) throw new DesksideError('window-refused');
    this.state.set(true);
  }

  close(): void {
    this.state.set(false);
  }
}

function onTop(recipe: CustomerStateRecipe, isRefused = false): CustomerStateRecipe {
  return {
    ...recipe,
    act: async (shell) => {
      const port = new FakeOnTop();
      port.isRefused = isRefused;
      shell.onTop = port;
      await shell.updateComplete;
      const toolbar = shell.renderRoot.querySelector('deskside-support-toolbar');
      await toolbar?.updateComplete;
      toolbar?.renderRoot.querySelector<HTMLElement>('.on-top')?.click();
      await Promise.resolve();
    },
  };
}

export const CUSTOMER_ON_TOP_STATES = {
  'on top, visible, chatting': onTop(
    driven(async (session) => (await (await session.joined()).sharing('monitor')).talk()),
  ),
  'on top, asked for the screen': onTop(driven(async (session) => (await session.joined()).requested())),
  'on top, viewer open': onTop(driven(async (session) => (await session.joined()).shown())),
  'on top refused': onTop(
    driven((session) => session.joined()),
    true,
  ),
} satisfies Record<string, CustomerStateRecipe>;
