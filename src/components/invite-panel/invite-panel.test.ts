import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { technicianWords } from '../../i18n/en/technician.ts';
import type { InvitePanel } from './invite-panel.ts';
import './invite-panel.ts';

const LINK = 'https://help.example/#1.abc.def';

async function show(): Promise<InvitePanel> {
  const panel = document.createElement('deskside-invite-panel');
  panel.words = technicianWords;
  panel.supportLink = LINK;
  panel.connection = { phase: 'waiting', refused: null };
  document.body.append(panel);
  await panel.updateComplete;
  return panel;
}

function steps(): string[] {
  const items = page.getByRole('listitem').elements();
  return items.filter((item) => item.ariaCurrent === 'step').map((item) => item.textContent?.trim() ?? '');
}

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

it('shows the link in a field that cannot be changed', async () => {
  await show();
  const field = page.getByRole('textbox', { name: 'Support link' });
  await expect.element(field).toHaveValue(LINK);
  await expect.element(field).toHaveAttribute('readonly');
});

it('copies the link and says so', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await show();
  await page.getByRole('button', { name: 'Copy link' }).click();
  expect(write).toHaveBeenCalledWith(LINK);
  await expect.element(page.getByText('Copied')).toBeVisible();
});

it('selects the link where copying fails, and says what to press', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  const panel = await show();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect.element(page.getByText('Code: copy-failed')).toBeVisible();
  const field = panel.renderRoot.querySelector('input');
  expect(field?.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe(LINK);
});

it('says when the unused link stops working, where that is known', async () => {
  const panel = await show();
  await expect.element(page.getByText('stops working')).not.toBeInTheDocument();
  panel.linkExpiresAtMs = new Date(2026, 4, 6, 17, 30).getTime();
  await expect.element(page.getByText(/Unused, it stops working Wednesday.*5:30/)).toBeVisible();
});

it('marks the step that an attempt is at', async () => {
  const panel = await show();
  expect(steps()).toEqual(['They open the link']);
  panel.connection = { phase: 'connecting', step: 'proof' };
  await panel.updateComplete;
  expect(steps()).toEqual(['Link is checked']);
  panel.connection = { phase: 'connecting', step: 'server' };
  await panel.updateComplete;
  expect(steps()).toEqual([]);
});

it('goes on waiting after an attempt that was refused, and says that it was', async () => {
  const panel = await show();
  panel.connection = { phase: 'waiting', refused: 'proof-failed' };
  await expect.element(page.getByRole('alert')).toHaveTextContent('was turned away');
  await expect.element(page.getByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
});
