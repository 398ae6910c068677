import { LitElement } from 'lit';
import { afterEach, expect, it } from 'vitest';
import { createStore } from '../session/store.ts';
import { AttentionController } from './attention-controller.ts';

const badges: (number | 'cleared')[] = [];
const looks: boolean[] = [];
const unread = createStore({ chat: { unreadCount: 0 } });
let visibility: DocumentVisibilityState = 'visible';

class AttentionHost extends LitElement {
  readonly attention = new AttentionController(
    this,
    () => ({ state: unread, setLooking: (isLooking) => looks.push(isLooking) }),
    {
      setAppBadge: async (count) => void badges.push(count),
      clearAppBadge: async () => void badges.push('cleared'),
    },
  );
}
customElements.define('attention-host', AttentionHost);

async function show(): Promise<AttentionHost> {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
  const host = new AttentionHost();
  document.body.append(host);
  await host.updateComplete;
  return host;
}

async function setUnread(host: AttentionHost, count: number): Promise<void> {
  unread.set({ chat: { unreadCount: count } });
  host.requestUpdate();
  await host.updateComplete;
}

afterEach(() => {
  document.body.replaceChildren();
  Reflect.deleteProperty(document, 'visibilityState');
  badges.length = 0;
  looks.length = 0;
  unread.set({ chat: { unreadCount: 0 } });
  visibility = 'visible';
});

it('tells when the person looks away and back', async () => {
  await show();
  visibility = 'hidden';
  document.dispatchEvent(new Event('visibilitychange'));
  expect(looks.at(-1)).toBe(false);
  visibility = 'visible';
  document.dispatchEvent(new Event('visibilitychange'));
  expect(looks.at(-1)).toBe(true);
});

it('shows what was missed as a badge, once for each count, and takes it away', async () => {
  const host = await show();
  await setUnread(host, 2);
  await setUnread(host, 2);
  await setUnread(host, 0);
  expect(badges).toEqual([2, 'cleared']);
});

it('leaves no badge behind', async () => {
  const host = await show();
  await setUnread(host, 1);
  host.remove();
  expect(badges).toEqual([1, 'cleared']);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(looks.filter((isLooking) => !isLooking)).toEqual([]);
});
