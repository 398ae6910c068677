import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DesksideError } from '../../protocol/deskside-error.ts';
import { focusedElement } from '../accessibility-check.ts';
import { DrivenSession } from '../customer-states.ts';
import { button, consent, endQuestion, heard, show, showJoined, toolbar } from './shell-fixture.ts';

beforeEach(async () => {
  await page.viewport(1280, 800);
  // The page must have the focus for a consent to be answerable.
  window.focus();
});
afterEach(() => document.body.replaceChildren());

describe('before joining', () => {
  it('asks for a key or a link, and hands it up', async () => {
    const shell = await show({ phase: 'no-link', problem: null });
    const events = heard(shell, 'deskside-open-request');
    await page.getByRole('textbox', { name: 'Support key' }).fill('#1.x.y');
    await button('Continue').click();
    expect(events).toEqual([['deskside-open-request', { text: '#1.x.y' }]]);
  });

  it('says what was wrong with the last link', async () => {
    await show({ phase: 'no-link', problem: 'link-malformed' });
    await expect.element(page.getByText('Code: link-malformed')).toBeVisible();
  });

  it('gives a wrong key back, to be put right', async () => {
    await show({ phase: 'no-link', problem: 'key-wrong', text: '012 345 679' });
    await expect.element(page.getByText('Code: key-wrong')).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Support key' })).toHaveValue('012 345 679');
  });

  it('offers another try only for an invite that may still come', async () => {
    const shell = await show({ phase: 'invite-failed', code: 'link-used', canRetry: false });
    await expect.element(button('Try again')).not.toBeInTheDocument();
    const events = heard(shell, 'deskside-retry-request');
    shell.stage = { phase: 'invite-failed', code: 'server-unreachable', canRetry: true };
    await button('Try again').click();
    expect(events).toHaveLength(1);
    await expect.element(page.getByRole('textbox', { name: 'Support key' })).toBeVisible();
  });

  it('joins without opening a picker', async () => {
    const driven = new DrivenSession();
    await show(driven.stage);
    await button('Join without sharing').click();
    expect(driven.connector.attempts).toBe(1);
    expect(driven.capture.pickersOpened).toBe(0);
    await expect.element(page.getByRole('heading', { name: 'Connecting to Ana Souza' })).toBeVisible();
  });

  it('opens the picker within the very click', async () => {
    const driven = new DrivenSession();
    await show(driven.stage);
    let openedInClick = 0;
    document.addEventListener('click', () => (openedInClick = driven.capture.pickersOpened), { once: true });
    await button('Join and share my screen').click();
    expect(openedInClick).toBe(1);
  });

  it('says which step failed, and lets one join again', async () => {
    const driven = await new DrivenSession().failed('peer', 'technician-absent');
    await show(driven.stage);
    await expect.element(page.getByText('It stopped at this step: Reaching Ana Souza.')).toBeVisible();
    await expect.element(page.getByText('Code: technician-absent')).toBeVisible();
    await button('Join without sharing').click();
    expect(driven.connector.attempts).toBe(2);
  });

  it('can be cancelled while connecting', async () => {
    const driven = new DrivenSession().connecting('peer');
    await show(driven.stage);
    await button('Cancel').click();
    await expect.element(page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
  });

  it('asks for another language', async () => {
    const shell = await show({ phase: 'no-link', problem: null });
    const events = heard(shell, 'deskside-language-request');
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Language' }), 'Português');
    expect(events).toEqual([['deskside-language-request', { language: 'pt-BR' }]]);
  });
});

describe('a request for the screen', () => {
  it('is a question that cannot be answered before it could be read', async () => {
    const driven = await showJoined();
    driven.requested();
    await expect.element(consent).toBeVisible();
    expect(consent.getByRole('button', { name: 'Yes' }).element()).toHaveProperty('disabled', true);
    expect(consent.getByRole('button', { name: 'No' }).element()).toHaveProperty('disabled', true);
    expect(consent.element().contains(focusedElement())).toBe(true);
  });

  it('answered with Yes opens the picker within the very click', async () => {
    const driven = await showJoined();
    driven.requested();
    const yes = consent.getByRole('button', { name: 'Yes' });
    await expect.element(yes).toBeEnabled();
    let openedInClick = 0;
    document.addEventListener('click', () => (openedInClick = driven.capture.pickersOpened), { once: true });
    await yes.click();
    expect(openedInClick).toBe(1);
    await expect.element(consent).not.toBeInTheDocument();
    await expect
      .element(page.getByText('Choose what to share in the browser’s window.').first())
      .toBeVisible();
  });

  it('answered with No is told to the technician', async () => {
    const driven = await showJoined();
    driven.requested();
    await consent.getByRole('button', { name: 'No' }).click();
    expect(driven.connection.sentOf('screen-refused').at(-1)?.reason).toBe('declined');
    await expect.element(consent).not.toBeInTheDocument();
  });

  it('is refused by Escape at any time', async () => {
    const driven = await showJoined();
    driven.requested();
    await expect.element(consent).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(driven.connection.sentOf('screen-refused').at(-1)?.reason).toBe('declined');
  });

  it('disappears when the technician takes it back', async () => {
    const driven = await showJoined();
    driven.connection.deliver({ type: 'screen-request', requestId: 'ask' });
    await expect.element(consent).toBeVisible();
    driven.connection.deliver({ type: 'screen-request-withdrawn', requestId: 'ask' });
    await expect.element(consent).not.toBeInTheDocument();
  });

  it('that came to nothing is explained until it was read, and again when it happens again', async () => {
    const driven = await showJoined();
    const code = page.getByText('Code: screen-picker-dismissed');
    await driven.pickerFailed('screen-picker-dismissed');
    await expect.element(code).toBeVisible();
    await button('Dismiss').click();
    await expect.element(code).not.toBeInTheDocument();
    await driven.pickerFailed('screen-picker-dismissed');
    await expect.element(code).toBeVisible();
  });
});

describe('in a session', () => {
  it('sends what is written, and tells nobody outside what it was', async () => {
    const driven = await showJoined();
    const events = heard(driven.shell, 'deskside-send-request', 'deskside-message');
    await button('Chat').click();
    await page.getByRole('textbox', { name: 'Message' }).fill('Hello');
    await userEvent.keyboard('{Enter}');
    expect(driven.connection.sentOf('chat').at(-1)?.text).toBe('Hello');
    expect(events).toEqual([['deskside-message', { from: 'customer' }]]);
  });

  it('keeps a text that could not be sent, and says why', async () => {
    const driven = await showJoined();
    driven.session.sendChat = () => {
      throw new DesksideError('message-not-sent');
    };
    const events = heard(driven.shell, 'deskside-error');
    await button('Chat').click();
    const field = page.getByRole('textbox', { name: 'Message' });
    await field.fill('Hello');
    await userEvent.keyboard('{Enter}');
    await expect.element(field).toHaveValue('Hello');
    await expect.element(page.getByText('Code: message-not-sent')).toBeVisible();
    expect(events).toEqual([['deskside-error', { code: 'message-not-sent' }]]);
  });

  it('stops sharing at the press of the button', async () => {
    const driven = await showJoined();
    await driven.sharing();
    await button('Stop sharing screen').click();
    expect(driven.screen.isStopped).toBe(true);
  });

  it('asks before it ends, and does not end for a No', async () => {
    const driven = await showJoined();
    await button('End session').click();
    await endQuestion.getByRole('button', { name: 'No' }).click();
    await expect.element(endQuestion).not.toBeInTheDocument();
    expect(driven.session.state.value.connection.phase).toBe('connected');
    expect(focusedElement()).toBe(button('End session').element());
  });

  it('ends for a Yes', async () => {
    const driven = await showJoined();
    await button('End session').click();
    await endQuestion.getByRole('button', { name: 'Yes' }).click();
    await expect.element(page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
    expect(driven.connection.sentOf('end')).toHaveLength(1);
    await expect.element(toolbar).not.toBeInTheDocument();
  });

  it('ends when the technician ends it, whatever was being asked', async () => {
    const driven = await showJoined();
    driven.requested();
    await expect.element(consent).toBeVisible();
    driven.end('technician');
    await expect.element(page.getByRole('heading', { name: 'Session ended' })).toBeVisible();
    await expect.element(consent).not.toBeInTheDocument();
  });

  it('has the browser ask before the page is left, and only then', async () => {
    const isAsked = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const driven = new DrivenSession();
    const shell = await show(driven.stage);
    expect(isAsked()).toBe(false);
    await driven.joined();
    await shell.updateComplete;
    // A reload takes nothing but what is captured or on its way.
    expect(isAsked()).toBe(false);
    await driven.sharing();
    await shell.updateComplete;
    expect(isAsked()).toBe(true);
    driven.end('customer');
    await shell.updateComplete;
    expect(isAsked()).toBe(false);
  });
});
