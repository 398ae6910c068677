import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ALL_PERMITTED } from '../../protocol/permissions.ts';
import { focusedElement } from '../accessibility-check.ts';
import { button, showJoined } from '../support-toolbar/toolbar-fixture.ts';

const opener = button('File transfer');
const menu = page.getByRole('menu', { name: 'File transfer' });
const send = page.getByRole('menuitem', { name: 'Send files to Ana Souza…' });
const view = page.getByRole('menuitem', { name: 'View status' });

beforeEach(() => page.viewport(1280, 800));
afterEach(() => document.body.replaceChildren());

it('opens from its button, inside the window, and says so', async () => {
  await showJoined();
  await expect.element(opener).toHaveAttribute('aria-haspopup', 'menu');
  await opener.click();
  await expect.element(opener).toHaveAttribute('aria-expanded', 'true');
  const { left, right, top } = menu.element().getBoundingClientRect();
  expect([left > 0, right < innerWidth, top > 0]).toEqual([true, true, true]);
  await opener.click();
  await expect.element(menu).not.toBeInTheDocument();
});

it('is walked with arrow keys, without leaving it', async () => {
  await showJoined();
  await opener.click();
  await expect.poll(focusedElement).toBe(send.element());
  await userEvent.keyboard('{ArrowDown}');
  expect(focusedElement()).toBe(view.element());
  await userEvent.keyboard('{ArrowDown}');
  expect(focusedElement()).toBe(send.element());
  await userEvent.keyboard('{ArrowUp}');
  expect(focusedElement()).toBe(view.element());
  await userEvent.keyboard('{Home}');
  expect(focusedElement()).toBe(send.element());
});

it.each(['{Escape}', '{Tab}'])('closes by %s, and gives the focus back', async (key) => {
  await showJoined();
  await opener.click();
  await expect.element(menu).toBeVisible();
  await userEvent.keyboard(key);
  await expect.element(menu).not.toBeInTheDocument();
  expect(focusedElement()).toBe(opener.element());
});

it('has nothing to send with where that is withheld', async () => {
  const { toolbar, session } = await showJoined();
  toolbar.state = {
    ...session.state.value,
    permissions: { ...ALL_PERMITTED, filesToTechnician: false },
  };
  await opener.click();
  await expect.element(view).toBeVisible();
  await expect.element(send).not.toBeInTheDocument();
  await expect.poll(focusedElement).toBe(view.element());
});

it('closes when something else is pressed', async () => {
  await showJoined();
  await opener.click();
  await button('Chat').click();
  await expect.element(menu).not.toBeInTheDocument();
});

it.each([
  ['to choose files', send, 'deskside-choose-files-request'],
  ['for the list', view, 'deskside-view-files-request'],
] as const)('asks %s', async (_, item, type) => {
  const { toolbar } = await showJoined();
  let requests = 0;
  toolbar.addEventListener(type, () => requests++);
  await opener.click();
  await item.click();
  expect(requests).toBe(1);
  await expect.element(menu).not.toBeInTheDocument();
});
