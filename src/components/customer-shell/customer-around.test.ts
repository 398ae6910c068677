// What the page around the views does: the browser's tab, the focus, the language, the public events.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { customerWords as portuguese } from '../../i18n/pt-br/customer.ts';
import { focusedElement } from '../accessibility-check.ts';
import { DrivenSession } from '../customer-states.ts';
import { button, heard, show, showJoined } from './shell-fixture.ts';

beforeEach(async () => {
  await page.viewport(1280, 800);
  // The page must have the focus for a consent to be answerable.
  window.focus();
});
afterEach(() => document.body.replaceChildren());

describe('the browser’s tab', () => {
  const icon = document.createElement('link');

  beforeEach(() => {
    icon.rel = 'icon';
    icon.setAttribute('href', '/icon.svg');
    document.head.prepend(icon);
  });
  afterEach(() => icon.remove());

  it('says by title and icon whether the screen can be seen', async () => {
    const driven = await showJoined();
    await expect.poll(() => document.title).toBe('Ana Souza – Deskside');
    await driven.sharing();
    await expect.poll(() => document.title).toBe('● Visible – Ana Souza – Deskside');
    expect(icon.getAttribute('href')).toBe('/icon-visible.svg');
    driven.session.stopSharing();
    await expect.poll(() => document.title).toBe('Ana Souza – Deskside');
    expect(icon.getAttribute('href')).toBe('/icon.svg');
  });

  it('is as it was before when the page goes', async () => {
    document.title = 'Before';
    const driven = await showJoined();
    await driven.sharing();
    await driven.shell.updateComplete;
    driven.shell.remove();
    expect(document.title).toBe('Before');
    expect(icon.getAttribute('href')).toBe('/icon.svg');
  });
});

describe('from view to view', () => {
  it('the focus goes to the heading of what is new', async () => {
    const driven = new DrivenSession();
    await show(driven.stage);
    await button('Join without sharing').click();
    await expect.poll(() => focusedElement()?.textContent).toBe('Connecting to Ana Souza');
    driven.connector.attempt.resolve(driven.connection);
    await expect.poll(() => focusedElement()?.textContent).toBe('You are connected with Ana Souza');
    driven.end('technician');
    await expect.poll(() => focusedElement()?.textContent).toBe('Session ended');
  });

  it('all of it is in the language that was given', async () => {
    const driven = await showJoined();
    driven.shell.words = portuguese;
    await expect.element(button('Parar compartilhamento de tela')).toBeVisible();
    await expect.element(button('Bate-papo')).toBeVisible();
    await expect.element(button('Finalizar sessão')).toBeVisible();
    await expect.element(page.getByRole('status')).toHaveTextContent('Ana Souza não pode ver sua tela');
  });

  it('the page around hears what happens, through its shadow', async () => {
    const driven = new DrivenSession();
    const shell = document.createElement('deskside-customer');
    shell.words = customerWords;
    const types = ['ready', 'session-start', 'share-start', 'share-stop', 'session-end', 'error'];
    const events = heard(shell, ...types.map((type) => `deskside-${type}`));
    document.body.append(shell);
    shell.stage = driven.stage;
    await shell.updateComplete;
    await driven.joined();
    await driven.sharing();
    driven.end('nobody');
    expect(events.map((event) => (Array.isArray(event) ? event[0] : event))).toEqual([
      'deskside-ready',
      'deskside-session-start',
      'deskside-share-start',
      'deskside-share-stop',
      'deskside-error',
      'deskside-session-end',
    ]);
  });
});
