import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { DrivenSession } from '../customer-states.ts';
import { FakeNotifier } from '../notices/notifier.fake.ts';
import type { NoticeState } from '../notices/notifier.ts';
import type { CustomerShell } from './customer-shell.ts';
import './customer-shell.ts';
import './session-parts.ts';
import { button } from './shell-fixture.ts';

/** The page of somebody who has joined and, unless told otherwise, looks at another window. */
async function showAway(state: NoticeState = 'on') {
  const driven = await new DrivenSession().joined();
  const notifier = new FakeNotifier();
  notifier.state.set(state);
  const shell = document.createElement('deskside-customer');
  shell.words = customerWords;
  shell.notifier = notifier;
  shell.stage = driven.stage;
  document.body.append(shell);
  await shell.updateComplete;
  look('hidden');
  return { driven, notifier, shell };
}

function look(visibility: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
  document.dispatchEvent(new Event('visibilitychange'));
}

async function update(shell: CustomerShell): Promise<void> {
  await shell.updateComplete;
}

afterEach(() => {
  document.body.replaceChildren();
  Reflect.deleteProperty(document, 'visibilityState');
});

it('tells somebody who looks away what the technician wrote, each message once', async () => {
  const { driven, notifier, shell } = await showAway();
  driven.hear('First').hear('Second');
  await update(shell);
  expect(notifier.shown).toEqual([
    { title: 'Ana Souza', body: 'First' },
    { title: 'Ana Souza', body: 'Second' },
  ]);
  expect(notifier.visible.size).toBe(1);
});

it('tells of a request for the screen and of the end, and not of what the customer did', async () => {
  const { driven, notifier } = await showAway();
  driven.say('On my way');
  driven.requested();
  driven.end('technician');
  expect(notifier.shown.map(({ title }) => title)).toEqual([
    'Ana Souza would like to see your screen',
    'Session ended',
  ]);
});

it('leaves somebody alone who has the page before them', async () => {
  const { driven, notifier } = await showAway();
  look('visible');
  driven.hear('Hello');
  expect(notifier.shown).toEqual([]);
});

it('takes the notice away when the page is looked at', async () => {
  const { driven, notifier } = await showAway();
  driven.hear('Hello');
  expect(notifier.visible.size).toBe(1);
  look('visible');
  expect(notifier.visible.size).toBe(0);
});

it('opens the chat, also out of the pill, when the notice is pressed', async () => {
  const { driven, notifier, shell } = await showAway();
  driven.collapse().hear('Hello');
  notifier.press();
  await update(shell);
  const { isToolbarCollapsed, chat } = driven.session.state.value;
  expect([isToolbarCollapsed, chat.isOpen]).toEqual([false, true]);
});

it('offers notices only once there was something to miss, and asks in the very click', async () => {
  const { driven, notifier, shell } = await showAway('offered');
  expect(button('Turn on notices').elements()).toHaveLength(0);
  look('visible');
  driven.hear('Hello');
  await update(shell);
  await button('Turn on notices').click();
  expect(notifier.requests).toEqual(['on']);
  await expect.element(button('Turn on notices')).not.toBeInTheDocument();
});

it('takes a "not now" for an answer, and says where a browser’s refusal can be changed', async () => {
  const { driven, notifier, shell } = await showAway('blocked');
  look('visible');
  driven.hear('Hello');
  await update(shell);
  await expect.element(page.getByText(/its settings for this site/)).toBeVisible();
  await button('Dismiss').click();
  expect(notifier.requests).toEqual(['down']);
  await expect.element(page.getByText(/its settings for this site/)).not.toBeInTheDocument();
});
