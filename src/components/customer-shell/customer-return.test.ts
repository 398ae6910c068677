// What the page shows after a reload, and of a session that another tab has.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { focusedElement } from '../accessibility-check.ts';
import { CUSTOMER_LINE_STATES } from '../line-states.ts';
import { button, heard, show, toolbar } from './shell-fixture.ts';

const shareAgain = button('Share my screen again');
const cut = CUSTOMER_LINE_STATES['reloaded, the screen to be shared again'];

beforeEach(() => page.viewport(1280, 800));
afterEach(() => document.body.replaceChildren());

it.each([
  ['wide', 1280],
  ['narrow, under the open toolbar', 320],
])('offers once to share again what a reload has cut, in a window that is %s', async (_, width) => {
  await page.viewport(width, 800);
  const stage = await cut.build();
  await show(stage);
  await expect.element(shareAgain).toBeInViewport();
  expect(shareAgain.elements()).toHaveLength(1);
  const { x, y, width: w, height: h } = shareAgain.element().getBoundingClientRect();
  let top = document.elementFromPoint(x + w / 2, y + h / 2);
  while (top?.shadowRoot) top = top.shadowRoot.elementFromPoint(x + w / 2, y + h / 2);
  expect(shareAgain.element().contains(top)).toBe(true);
  await shareAgain.click();
  const screen = stage.phase === 'invited' ? stage.session.state.value.screen.phase : null;
  expect(screen).toBe('choosing');
});

it('offers it on the page where the toolbar is a pill', async () => {
  await page.viewport(320, 640);
  const stage = await cut.build();
  await show(stage);
  if (stage.phase === 'invited') stage.session.setToolbarCollapsed(true);
  await expect.element(toolbar.getByRole('button', { name: /Expand/ })).toBeVisible();
  await expect.element(shareAgain).toBeVisible();
  expect(shareAgain.elements()).toHaveLength(1);
});

it('takes the offer away when it is not wanted now, and keeps the focus on the page', async () => {
  await show(await cut.build());
  await button('Not now').click();
  await expect.element(shareAgain).not.toBeInTheDocument();
  expect(focusedElement()?.textContent).toBe('You are connected with Ana Souza');
});

it('does not offer it while nobody could see it', async () => {
  await show(await CUSTOMER_LINE_STATES['reloaded, on the way back'].build());
  await expect.element(page.getByRole('status').first()).toHaveTextContent('Reconnecting…');
  await expect.element(shareAgain).not.toBeInTheDocument();
});

it('says where the session is, and asks for it once', async () => {
  const shell = await show(await CUSTOMER_LINE_STATES.elsewhere.build());
  await expect
    .element(page.getByRole('heading', { name: 'Your session with Ana Souza is open in another tab' }))
    .toBeVisible();
  const requests = heard(shell, 'deskside-continue-here-request');
  await button('Continue here').click();
  expect(requests).toHaveLength(1);
  shell.stage = await CUSTOMER_LINE_STATES['elsewhere, being brought here'].build();
  await expect.element(button('Bringing it here…')).toBeDisabled();
});
