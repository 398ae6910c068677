import { afterEach, expect, it, vi } from 'vitest';
import { BrowserNotifier } from './browser-notifier.ts';
import { writePreference } from './storage/preferences.ts';

/** The browser's class as it would be with an answer given to it. No test's browser shows notices. */
function browserWith(permission: NotificationPermission, answer: NotificationPermission = permission) {
  const made: (EventTarget & { title: string; options: NotificationOptions; isClosed: boolean })[] = [];
  let asked = 0;
  class AnyNotification extends EventTarget {
    static permission = permission;
    static requestPermission(): Promise<NotificationPermission> {
      asked += 1;
      return Promise.resolve(answer);
    }
    readonly title: string;
    readonly options: NotificationOptions;
    isClosed = false;
    constructor(title: string, options: NotificationOptions = {}) {
      super();
      this.title = title;
      this.options = options;
      made.push(this);
    }
    close(): void {
      this.isClosed = true;
    }
  }
  return { notificationClass: AnyNotification as unknown as typeof Notification, made, asked: () => asked };
}

async function load(browser: ReturnType<typeof browserWith>): Promise<BrowserNotifier> {
  const notifier = new BrowserNotifier(browser.notificationClass);
  await notifier.load();
  return notifier;
}

afterEach(() => writePreference('notices', ''));

it.each([
  ['granted', 'on'],
  ['default', 'offered'],
  ['denied', 'off'],
] as const)('asks nothing at the start: with %s it is %s', async (permission, state) => {
  const browser = browserWith(permission);
  expect((await load(browser)).state.value).toBe(state);
  expect(browser.asked()).toBe(0);
});

it.each([
  ['granted', 'on'],
  ['denied', 'blocked'],
  ['default', 'offered'],
] as const)('asks when it is turned on: with the answer %s it is %s', async (answer, state) => {
  const browser = browserWith('default', answer);
  const notifier = await load(browser);
  notifier.turnOn();
  await Promise.resolve();
  expect(browser.asked()).toBe(1);
  expect(notifier.state.value).toBe(state);
});

it('remembers that notices are not wanted', async () => {
  const notifier = await load(browserWith('default'));
  notifier.turnDown();
  await vi.waitFor(async () => expect((await load(browserWith('default'))).state.value).toBe('off'));
});

it('shows a notice under its tag, cut between characters, and opens on a press', async () => {
  const browser = browserWith('granted');
  const notifier = await load(browser);
  let opened = 0;
  notifier.show('one', { title: 'Ana', body: '👋'.repeat(300) }, () => (opened += 1));
  const [shown] = browser.made;
  expect(shown?.title).toBe('Ana');
  expect(shown?.options).toMatchObject({ tag: 'one', body: `${'👋'.repeat(159)}…` });
  shown?.dispatchEvent(new Event('click'));
  expect([opened, shown?.isClosed]).toEqual([1, true]);
});

it('takes a notice away', async () => {
  const browser = browserWith('granted');
  const notifier = await load(browser);
  notifier.show('one', { title: 'Ana', body: 'Hello' }, () => {});
  notifier.clear('one');
  expect(browser.made[0]?.isClosed).toBe(true);
});

it('stays silent without permission, and where a page may not show notices itself', async () => {
  const browser = browserWith('default');
  (await load(browser)).show('one', { title: 'Ana', body: 'Hello' }, () => {});
  expect(browser.made.filter(({ title }) => title !== '')).toEqual([]);

  const phone = Object.assign(
    function Phone() {
      throw new TypeError('Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.');
    },
    { permission: 'granted', requestPermission: async () => 'granted' },
  ) as unknown as typeof Notification;
  const notifier = new BrowserNotifier(phone);
  await notifier.load();
  expect(notifier.state.value).toBe('on');
  notifier.show('one', { title: 'Ana', body: 'Hello' }, () => {});
  expect(notifier.state.value).toBe('off');
  // Not even offered, where nothing was granted before.
  const undecided = new BrowserNotifier(Object.assign(phone, { permission: 'default' }));
  await undecided.load();
  expect(undecided.state.value).toBe('off');
});
