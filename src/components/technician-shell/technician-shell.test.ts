import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { technicianWords } from '../../i18n/en/technician.ts';
import { technicianWords as portuguese } from '../../i18n/pt-br/technician.ts';
import { DesksideError } from '../../protocol/deskside-error.ts';
import { FakeScreen } from '../../session/ports.fake.ts';
import { LINK_ONLY, signedOut } from '../sign-in-states.ts';
import {
  ANA,
  connectSession,
  type DrivenSession,
  shareScreen,
  startSession,
} from '../technician-driven-session.ts';
import type { TechnicianShell } from './technician-shell.ts';
import './technician-shell.ts';
import { emptyStage, type TechnicianStage } from './technician-stage.ts';

const READY = emptyStage(ANA);

async function show(stage: TechnicianStage): Promise<TechnicianShell> {
  const shell = document.createElement('deskside-technician');
  shell.words = technicianWords;
  shell.stage = stage;
  document.body.append(shell);
  await shell.updateComplete;
  return shell;
}

/** A console with the customer in the session. */
async function showConnected(): Promise<DrivenSession & { shell: TechnicianShell }> {
  const driven = await connectSession();
  return { ...driven, shell: await show(driven.stage) };
}

function button(name: string) {
  return page.getByRole('button', { name, exact: true });
}

/** The text of what has the focus, through all shadow roots. */
function focusedText(): string | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused?.textContent?.trim();
}

/** The details of one kind of event that reach the page. */
function heard(shell: TechnicianShell, type: string): unknown[] {
  const details: unknown[] = [];
  shell.addEventListener(type, (event) => details.push(event instanceof CustomEvent ? event.detail : null));
  return details;
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('before a session', () => {
  it('asks for a session in one press, and says that it is being made', async () => {
    const shell = await show(READY);
    const requests = heard(shell, 'deskside-new-session-request');
    await button('New session').click();
    shell.stage = { ...READY, isCreating: true };
    await expect.element(page.getByText('Making a session…')).toBeVisible();
    await button('New session').click({ force: true });
    expect(requests).toHaveLength(1);
  });

  it('hands over the token, also out of a whole sign-in link', async () => {
    const shell = await show(signedOut(LINK_ONLY));
    const requests = heard(shell, 'deskside-sign-in-request');
    await page
      .getByRole('textbox', { name: 'Console token' })
      .fill(' https://help.example/technician.html#abc ');
    await button('Sign in').click();
    expect(requests).toEqual([{ token: 'abc' }]);
  });

  it('lets somebody ask the server once more', async () => {
    const shell = await show({ phase: 'loading', problem: 'server-unreachable' });
    const requests = heard(shell, 'deskside-retry-request');
    await button('Try again').click();
    expect(requests).toHaveLength(1);
  });

  it('speaks Portuguese when it gets Portuguese words', async () => {
    const shell = await show(READY);
    shell.words = portuguese;
    await expect.element(button('Nova sessão')).toBeVisible();
    expect(document.title).toBe('Console do Deskside');
  });
});

describe('signing out', () => {
  const question = page.getByRole('dialog', { name: 'Sign out?' });

  it('is asked for at once where no session is open', async () => {
    const shell = await show(READY);
    const requests = heard(shell, 'deskside-sign-out-request');
    await button('Sign out').click();
    expect(requests).toHaveLength(1);
  });

  it('is asked for after a Yes only where it ends a session', async () => {
    const { shell } = await showConnected();
    const requests = heard(shell, 'deskside-sign-out-request');
    await button('Sign out').click();
    await expect.element(question).toHaveTextContent('That ends your session.');
    await question.getByRole('button', { name: 'Stay' }).click();
    expect(requests).toHaveLength(0);
    await button('Sign out').click();
    await question.getByRole('button', { name: 'Sign out' }).click();
    expect(requests).toHaveLength(1);
  });

  it('counts the sessions that another tab has', async () => {
    const shell = await show({ ...READY, elsewhereCount: 2 });
    const requests = heard(shell, 'deskside-sign-out-request');
    await button('Sign out').click();
    await expect.element(question).toHaveTextContent('That ends all of your 2 sessions.');
    expect(requests).toHaveLength(0);
  });
});

describe('waiting for the customer', () => {
  it('says each step of an attempt in its one status line, and in the title', async () => {
    const { events, stage } = startSession();
    await show(stage);
    const status = page.getByRole('status');
    events.onReady();
    await expect.element(status).toHaveTextContent('Waiting for the customer');
    expect(document.title).toBe('Waiting for the customer – Deskside console');
    events.onStep('proof');
    await expect.element(status).toHaveTextContent('Checking the customer’s link…');
    events.onRefused('proof-failed');
    await expect.element(status).toHaveTextContent('Waiting for the customer');
    await expect.element(page.getByText('Code: proof-failed')).toBeVisible();
  });

  it('tries again itself where waiting was impossible, and does not bother the page with it', async () => {
    const { listener, session, stage } = startSession();
    const shell = await show(stage);
    const requests = heard(shell, 'deskside-retry-request');
    listener.arrival.reject(new Error('no'));
    const phases: string[] = [];
    session.state.subscribe(() => phases.push(session.state.value.connection.phase));
    await button('Try again').click();
    expect(phases).toContain('connecting');
    expect(requests).toHaveLength(0);
  });

  it('puts the focus on the link’s button once a session was asked for', async () => {
    const shell = await show(READY);
    await button('New session').click();
    const { stage } = startSession();
    shell.stage = stage;
    await expect.poll(focusedText).toBe('Copy link');
  });
});

describe('with the customer', () => {
  it('asks for the screen, and takes the question back, by button and by key', async () => {
    const { connection } = await showConnected();
    await button('Request screen view').click();
    expect(connection.sentOf('screen-request')).toHaveLength(1);
    await expect.poll(focusedText).toBe('Cancel request');
    await userEvent.keyboard('r');
    expect(connection.sentOf('screen-request-withdrawn')).toHaveLength(1);
  });

  it('tells the customer’s side when viewing stops and resumes', async () => {
    const driven = await showConnected();
    shareScreen(driven);
    await button('Stop viewing').click();
    await expect.poll(focusedText).toBe('Resume viewing');
    await userEvent.keyboard('{Enter}');
    await expect.poll(focusedText).toBe('Stop viewing');
    expect(driven.connection.sentOf('screen-view').map(({ isWatching }) => isWatching)).toEqual([
      false,
      true,
    ]);
  });

  it('shows that the screen is visible only while its picture flows to a living connection', async () => {
    const driven = await showConnected();
    const mark = page.getByText('Customer’s screen is visible');
    shareScreen(driven);
    await expect.element(mark).toBeVisible();
    driven.connection.change({ status: 'interrupted', cause: 'line' });
    await expect.element(page.getByRole('status')).toHaveTextContent('Reconnecting…');
    await expect.element(mark).not.toBeInTheDocument();
  });

  it('sends what is written, and keeps the text with a reason where it could not', async () => {
    const { connection, session } = await showConnected();
    const field = page.getByRole('textbox', { name: 'Message' });
    await field.fill('Hello');
    await button('Send').click();
    expect(connection.sentOf('chat').map(({ text }) => text)).toEqual(['Hello']);
    session.sendChat = () => {
      throw new DesksideError('message-not-sent');
    };
    await field.fill('Still there?');
    await button('Send').click();
    await expect.element(page.getByText('Code: message-not-sent')).toBeVisible();
    await expect.element(field).toHaveValue('Still there?');
  });

  it('ends after a Yes only, and then reads out what happened', async () => {
    const { connection } = await showConnected();
    await button('End session').click();
    await page.getByRole('dialog', { name: 'End session?' }).getByRole('button', { name: 'No' }).click();
    expect(connection.isClosed).toBe(false);
    await userEvent.keyboard('e');
    await page.getByRole('dialog', { name: 'End session?' }).getByRole('button', { name: 'Yes' }).click();
    expect(connection.isClosed).toBe(true);
    await expect.element(page.getByRole('status')).toHaveTextContent('You ended the session');
    await expect.poll(focusedText).toBe('Session ended');
  });

  it('leaves single keys alone while somebody writes, and altogether when they are turned off', async () => {
    const { connection } = await showConnected();
    await userEvent.keyboard('c');
    await userEvent.keyboard('re');
    expect(connection.sent).toHaveLength(0);
    await button('Keyboard shortcuts').click();
    await page.getByRole('checkbox', { name: 'Use single-key shortcuts' }).click();
    await button('Close').click();
    await userEvent.keyboard('r');
    expect(connection.sent).toHaveLength(0);
  });

  it('lets the browser ask before the page is left, and not after the end', async () => {
    const { session, shell, connection, capture } = await showConnected();
    const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    // A reload takes nothing but what is captured or on its way.
    expect(leave()).toBe(true);
    session.shareOwnScreen();
    capture.picker.resolve(new FakeScreen());
    await expect.poll(() => connection.sentOf('own-screen').length).toBe(1);
    await shell.updateComplete;
    expect(leave()).toBe(false);
    session.end();
    await shell.updateComplete;
    expect(leave()).toBe(true);
  });
});

describe('after the session', () => {
  it('keeps the messages to read, and offers the ways on', async () => {
    const { connection, handle, shell } = await showConnected();
    const requests = [
      heard(shell, 'deskside-new-session-request'),
      heard(shell, 'deskside-close-session-request'),
      heard(shell, 'deskside-reports-request'),
    ];
    connection.deliver({ type: 'chat', id: 'c1', text: 'Thank you', sentAtMs: 1 });
    connection.deliver({ type: 'end' });
    await expect.element(page.getByRole('status')).toHaveTextContent('The customer ended the session');
    await expect.element(page.getByRole('log', { name: 'Chat messages' })).toHaveTextContent('Thank you');
    await expect.element(page.getByText('4 min 12 s')).toBeVisible();
    await button('New session').click();
    await button('Remove from list').click();
    await button('Show report').click();
    expect(requests).toEqual([[null], [{ id: handle.id }], [null]]);
  });

  it('says why where nobody ended it', async () => {
    const { connection, listener } = await showConnected();
    connection.change({ status: 'closed', code: 'connection-lost' });
    listener.rejoin?.onRefused('signalling-refused');
    await expect.element(page.getByRole('status')).toHaveTextContent('The connection was lost');
    await expect.element(page.getByText('Code: connection-lost')).toBeVisible();
  });
});
