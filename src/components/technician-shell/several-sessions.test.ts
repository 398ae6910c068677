// Several sessions in one console: which is in view, what is kept of the others, what is heard of them.

import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { technicianWords } from '../../i18n/en/technician.ts';
import type { ReportsState } from '../../session/report-keeper.ts';
import { createStore } from '../../session/store.ts';
import {
  ANA,
  connectSession,
  type DrivenSession,
  shareScreen,
  startSession,
} from '../technician-driven-session.ts';
import type { TechnicianShell } from './technician-shell.ts';
import './technician-shell.ts';
import { emptyStage, type ReadyStage, withoutSession, withSession, withShown } from './technician-stage.ts';

interface Console {
  readonly shell: TechnicianShell;
  readonly first: DrivenSession;
  readonly second: DrivenSession;
}

/** A console with two customers in it, the first in view; its list is kept as the entry keeps it. */
async function showTwo(): Promise<Console> {
  const first = await connectSession(true, 1);
  const second = await connectSession(true, 2);
  const shell = document.createElement('deskside-technician');
  shell.words = technicianWords;
  shell.reports = createStore<ReportsState>({
    storage: 'kept',
    reports: [],
    damagedCount: 0,
    retention: 90,
  });
  shell.stage = withShown(
    withSession(withSession(emptyStage(ANA), first.handle), second.handle),
    first.handle.id,
  );
  const change = (type: string, next: (stage: ReadyStage, id: string) => ReadyStage) =>
    shell.addEventListener(type, (event) => {
      if (shell.stage?.phase !== 'ready') return;
      shell.stage = next(shell.stage, (event as CustomEvent<{ id: string }>).detail.id);
    });
  change('deskside-show-session-request', withShown);
  change('deskside-close-session-request', withoutSession);
  document.body.append(shell);
  await shell.updateComplete;
  return { shell, first, second };
}

function item(name: RegExp) {
  return page.getByRole('navigation', { name: 'Sessions' }).getByRole('button', { name });
}

let nextId = 0;
function hear({ connection }: DrivenSession, text: string): void {
  connection.deliver({ type: 'chat', id: `hear-${nextId++}`, text, sentAtMs: 1 });
}

afterEach(() => document.body.replaceChildren());

it('says how many sessions another tab has, and asks for them here', async () => {
  const { shell } = await showTwo();
  let requests = 0;
  shell.addEventListener('deskside-continue-here-request', () => requests++);
  if (shell.stage?.phase === 'ready') shell.stage = { ...shell.stage, elsewhereCount: 2 };
  await expect.element(page.getByText('2 sessions are open in another tab.')).toBeVisible();
  await page.getByRole('button', { name: 'Continue here' }).click();
  expect(requests).toBe(1);
});

describe('choosing a session', () => {
  it('shows it alone, and keeps what was being written in the other one', async () => {
    const { second } = await showTwo();
    const field = page.getByRole('textbox', { name: 'Message' });
    await field.fill('Half a sent');
    await item(/^Session 2/).click();
    await expect.element(item(/^Session 2/)).toHaveAttribute('aria-current', 'true');
    await expect.element(field).toHaveValue('');
    await field.fill('Hello, second one');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    expect(second.connection.sentOf('chat').map(({ text }) => text)).toEqual(['Hello, second one']);
    await item(/^Session 1/).click();
    await expect.element(field).toHaveValue('Half a sent');
  });

  it('keeps how far the chat was scrolled', async () => {
    const { first, shell } = await showTwo();
    for (let line = 0; line < 60; line++) hear(first, `Line ${line}`);
    const log = page.getByRole('log', { name: 'Chat messages' });
    await expect.element(log).toHaveTextContent(/Line 59/);
    const element = log.element();
    element.scrollTop = 40;
    await item(/^Session 2/).click();
    await item(/^Session 1/).click();
    await shell.updateComplete;
    expect(page.getByRole('log', { name: 'Chat messages' }).element()).toBe(element);
    expect(element.scrollTop).toBe(40);
  });

  it('is done by keys, in a circle, and keys mean the session in view only', async () => {
    const { first, second } = await showTwo();
    await userEvent.keyboard('j');
    await expect.element(item(/^Session 2/)).toHaveAttribute('aria-current', 'true');
    await userEvent.keyboard('r');
    expect(second.connection.sentOf('screen-request')).toHaveLength(1);
    expect(first.connection.sentOf('screen-request')).toHaveLength(0);
    await userEvent.keyboard('j');
    await expect.element(item(/^Session 1/)).toHaveAttribute('aria-current', 'true');
    await userEvent.keyboard('k');
    await expect.element(item(/^Session 2/)).toHaveAttribute('aria-current', 'true');
  });

  it('makes a session by button and by key, once at a time', async () => {
    const { shell } = await showTwo();
    let requests = 0;
    shell.addEventListener('deskside-new-session-request', () => {
      requests += 1;
    });
    await page.getByRole('button', { name: 'New session', exact: true }).click();
    await userEvent.keyboard('n');
    expect(requests).toBe(2);
    if (shell.stage?.phase === 'ready') shell.stage = { ...shell.stage, isCreating: true };
    await expect.element(page.getByText('Making a session…')).toBeVisible();
    await userEvent.keyboard('n');
    expect(requests).toBe(2);
  });
});

describe('what happens out of view', () => {
  it('is counted as unread, in the list and in the title, until that session is looked at', async () => {
    const { first, second } = await showTwo();
    hear(first, 'in view');
    hear(second, 'out of view');
    await expect.element(item(/^Session 2/)).toHaveAccessibleName(/1 unread message/);
    await expect.element(item(/^Session 1/)).not.toHaveAccessibleName(/unread/);
    expect(document.title).toMatch(/^\(1\) /);
    hear(second, 'once more');
    await expect.element(item(/^Session 2/)).toHaveAccessibleName(/2 unread messages/);
    await item(/^Session 2/).click();
    await expect.element(item(/^Session 2/)).not.toHaveAccessibleName(/unread/);
    await expect.poll(() => document.title).not.toMatch(/^\(/);
    hear(first, 'now this one is out of view');
    await expect.element(item(/^Session 1/)).toHaveAccessibleName(/1 unread message/);
  });

  it('is said in words: joined, visible, reconnecting, ended by whom', async () => {
    const { second } = await showTwo();
    shareScreen(second);
    await expect.element(item(/^Session 2/)).toHaveAccessibleName(/Connected.*Screen visible/);
    second.connection.change({ status: 'interrupted', cause: 'line' });
    await expect.element(item(/^Session 2/)).toHaveAccessibleName(/Reconnecting/);
    await expect.element(item(/^Session 2/)).not.toHaveAccessibleName(/Screen visible/);
    second.connection.change({ status: 'connected' });
    second.connection.deliver({ type: 'end' });
    await expect.element(item(/^Session 2/)).toHaveAccessibleName(/Ended by customer/);
    await expect.element(page.getByText('Session 2: Ended by customer')).toBeInTheDocument();
    await expect.element(page.getByRole('status')).toHaveTextContent('Connected');
  });

  it('opens no dialog over the session in view', async () => {
    const { shell, second } = await showTwo();
    await page.getByRole('button', { name: 'End session' }).click();
    await expect.element(page.getByRole('dialog', { name: 'End session?' })).toBeVisible();
    if (shell.stage?.phase === 'ready') shell.stage = withShown(shell.stage, second.handle.id);
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await item(/^Session 1/).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('an ended session', () => {
  it('is closed from the list, and the next one comes into view', async () => {
    const { first } = await showTwo();
    first.connection.deliver({ type: 'end' });
    await expect.element(page.getByRole('button', { name: 'Close Session 2' })).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Close Session 1' }).click();
    await expect.element(item(/^Session 1/)).not.toBeInTheDocument();
    await expect.element(item(/^Session 2/)).toHaveAttribute('aria-current', 'true');
  });
});

describe('notes', () => {
  it('name the session in the list, belong to one session, and stay after its end', async () => {
    const { first, second } = await showTwo();
    await page.getByRole('textbox', { name: 'Session name' }).fill('Ticket 42');
    await page.getByRole('textbox', { name: 'Notes' }).fill('Cable');
    await expect.element(item(/^Ticket 42/)).toBeVisible();
    await item(/^Session 2/).click();
    await expect.element(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('');
    await item(/^Ticket 42/).click();
    first.session.end();
    await page.getByRole('textbox', { name: 'Notes' }).fill('Cable replaced');
    expect(first.handle.notes.value).toEqual({ label: 'Ticket 42', notes: 'Cable replaced' });
    expect(second.handle.notes.value).toEqual({ label: '', notes: '' });
  });

  it('let nobody lose their place when the customer joins in the middle of a word', async () => {
    const waiting = startSession();
    waiting.events.onReady();
    const shell = document.createElement('deskside-technician');
    shell.words = technicianWords;
    shell.stage = waiting.stage;
    document.body.append(shell);
    await page.getByRole('textbox', { name: 'Notes' }).click();
    await userEvent.keyboard('Called at no');
    waiting.events.onStep('proof');
    waiting.listener.arrival.resolve(waiting.connection);
    await expect.element(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    await userEvent.keyboard('on');
    await expect.element(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Called at noon');
  });
});

describe('the reports', () => {
  it('come into view instead of the sessions, which are not looked at meanwhile, and go again', async () => {
    const { first } = await showTwo();
    await page.getByRole('link', { name: 'Reports' }).click();
    await expect.element(page.getByRole('heading', { name: 'Reports' })).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Message' })).not.toBeInTheDocument();
    hear(first, 'unseen');
    await expect.element(item(/^Session 1/)).toHaveAccessibleName(/1 unread message/);
    await item(/^Session 1/).click();
    await expect.element(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
    await expect.element(item(/^Session 1/)).not.toHaveAccessibleName(/unread/);
  });
});
