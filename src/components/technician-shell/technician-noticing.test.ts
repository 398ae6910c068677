import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { technicianWords } from '../../i18n/en/technician.ts';
import { focusedElement } from '../accessibility-check.ts';
import { transfer } from '../file-states.ts';
import { newOffer } from '../notices/new-offer.ts';
import { FakeNotifier } from '../notices/notifier.fake.ts';
import {
  connectSession,
  type DrivenSession,
  refuseScreen,
  shareScreen,
  startSession,
  until,
} from '../technician-driven-session.ts';
import { technicianNotice } from './technician-notice.ts';
import './technician-shell.ts';

async function show(driven: DrivenSession) {
  const notifier = new FakeNotifier();
  const shell = document.createElement('deskside-technician');
  shell.words = technicianWords;
  shell.notifier = notifier;
  shell.stage = driven.stage;
  document.body.append(shell);
  await shell.updateComplete;
  return notifier;
}

function look(visibility: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
  document.dispatchEvent(new Event('visibilitychange'));
}

function titles({ shown }: FakeNotifier): string[] {
  return shown.map(({ title }) => title);
}

afterEach(() => {
  document.body.replaceChildren();
  Reflect.deleteProperty(document, 'visibilityState');
});

it('tells somebody who waits in another window that the customer has joined', async () => {
  const driven = startSession();
  driven.events.onReady();
  const notifier = await show(driven);
  look('hidden');
  driven.events.onStep('proof');
  driven.listener.arrival.resolve(driven.connection);
  await until(() => driven.session.state.value.connection.phase === 'connected', driven.session);
  expect(titles(notifier)).toEqual(['The customer has joined']);
});

it('tells what the customer wrote, and a press on it leads to the chat', async () => {
  const driven = await connectSession();
  const notifier = await show(driven);
  const field = page.getByRole('textbox', { name: 'Message' });
  await expect.element(field).toBeVisible();
  look('hidden');
  driven.connection.deliver({ type: 'chat', id: 'c1', text: 'Are you there?', sentAtMs: 1 });
  expect(notifier.shown).toEqual([{ title: 'Session 1', body: 'Are you there?' }]);
  look('visible');
  expect(notifier.visible.size).toBe(0);
  look('hidden');
  driven.connection.deliver({ type: 'chat', id: 'c2', text: 'Hello?', sentAtMs: 2 });
  notifier.press();
  await expect.poll(focusedElement).toBe(field.element());
});

it('tells how a request for the screen was answered', async () => {
  const driven = await connectSession();
  const notifier = await show(driven);
  look('hidden');
  refuseScreen(driven, 'declined');
  driven.session.requestScreen();
  shareScreen(driven);
  expect(titles(notifier)).toEqual(['The customer declined', 'The customer shares their screen']);
});

it('tells of an end that the technician did not make', async () => {
  const driven = await connectSession();
  const notifier = await show(driven);
  look('hidden');
  driven.connection.deliver({ type: 'end' });
  expect(titles(notifier)).toEqual(['Session ended']);
  const other = await connectSession();
  const before = other.session.state.value;
  other.session.end();
  expect(technicianNotice(technicianWords, 'Session 1', before, other.session.state.value)).toBe(null);
});

it('leaves somebody alone who has the console before them', async () => {
  const driven = await connectSession();
  const notifier = await show(driven);
  look('visible');
  driven.connection.deliver({ type: 'chat', id: 'c1', text: 'Hello', sentAtMs: 1 });
  expect(notifier.shown).toEqual([]);
});

it('tells of offered files once, and not again when the browser’s own dialog was dismissed', async () => {
  const { value: before } = (await connectSession()).session.state;
  const offered = transfer('incoming', 'log.txt', { phase: 'offered' });
  const choosing = { transfers: [{ ...offered, progress: { phase: 'choosing' } as const }] };
  const after = { ...before, files: { transfers: [offered] } };
  expect(technicianNotice(technicianWords, 'Session 1', before, after)).toEqual({
    title: 'The customer would like to send you a file.',
    body: 'Press here to answer.',
  });
  expect(newOffer(choosing, after.files)).toBe(null);
});

it('offers notices while the customer is awaited, and asks the browser in that press only', async () => {
  const driven = startSession();
  driven.events.onReady();
  const notifier = await show(driven);
  notifier.state.set('offered');
  expect(notifier.requests).toEqual([]);
  await page.getByRole('button', { name: 'Turn on notices' }).click();
  expect(notifier.requests).toEqual(['on']);
  await expect.element(page.getByRole('button', { name: 'Turn on notices' })).not.toBeInTheDocument();
});
