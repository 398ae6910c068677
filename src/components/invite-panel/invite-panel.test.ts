import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { technicianWords } from '../../i18n/en/technician.ts';
import { technicianWords as portugueseWords } from '../../i18n/pt-br/technician.ts';
import { focusedElement, objectionsToElement, preferScheme } from '../accessibility-check.ts';
import type { InvitePanel } from './invite-panel.ts';
import './invite-panel.ts';

const LINK = 'https://help.example/#1.abc.def';

async function show(): Promise<InvitePanel> {
  const panel = document.createElement('deskside-invite-panel');
  panel.words = technicianWords;
  panel.technician = { name: 'Ana Souza', organisation: 'ACME Support', verified: 'none' };
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

it('shows the link as a QR code too', async () => {
  await show();
  await expect.element(page.getByRole('img', { name: 'QR code of the support link' })).toBeVisible();
});

it('copies a message in the console’s language and says so', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const panel = await show();
  panel.words = portugueseWords;
  await expect.element(page.getByRole('combobox', { name: 'Idioma do cliente' })).toHaveValue('pt-BR');
  await page.getByRole('button', { name: 'Copiar mensagem' }).click();
  expect(write).toHaveBeenCalledWith(expect.stringMatching(/^Olá, aqui é Ana Souza \(ACME Support\)\./));
  expect(write).toHaveBeenCalledWith(expect.stringContaining(` ${LINK} `));
  await expect.element(page.getByText('Copiado')).toBeVisible();
});

it('shows the key, and puts it into the message, where there is one', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const panel = await show();
  panel.supportKey = {
    phase: 'ready',
    burned: 0,
    key: { routing: '0123', secret: '45678' },
    wrongTries: 0,
  };
  await expect.element(page.getByText('012-345-678')).toBeVisible();
  await page.getByRole('button', { name: 'Copy message' }).click();
  expect(write).toHaveBeenCalledWith(
    expect.stringContaining('open help.example and type this key: 012-345-678.'),
  );
});

it('copies the message in the customer’s language, once that is chosen', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const panel = await show();
  const select = page.getByRole('combobox', { name: 'Customer’s language' });
  await expect.element(select).toHaveValue('en');
  await userEvent.selectOptions(select, 'Português');
  await page.getByRole('button', { name: 'Copy message' }).click();
  expect(write).toHaveBeenLastCalledWith(expect.stringMatching(/^Olá/));
  // The console's own language does not take the choice back.
  await userEvent.selectOptions(select, 'English');
  panel.words = portugueseWords;
  await page.getByRole('button', { name: 'Copiar mensagem' }).click();
  expect(write).toHaveBeenLastCalledWith(expect.stringMatching(/^Hello/));
});

it('shows the message selected where copying fails, and says what to press', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  const panel = await show();
  await page.getByRole('button', { name: 'Copy message' }).click();
  await expect.element(page.getByText('Code: copy-failed')).toBeVisible();
  const area = page.getByRole('textbox', { name: 'Message to the customer' });
  await expect.element(area).toHaveAttribute('readonly');
  const field = panel.renderRoot.querySelector('textarea');
  expect(focusedElement()).toBe(field);
  expect(field?.value).toContain('this is Ana Souza from ACME Support. ');
  expect(field?.value.slice(field.selectionStart, field.selectionEnd)).toBe(field?.value);
});

it('puts the message away again when another language is chosen', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  await show();
  await page.getByRole('button', { name: 'Copy message' }).click();
  await expect.element(page.getByText('Code: copy-failed')).toBeVisible();
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Customer’s language' }), 'Português');
  await expect.element(page.getByText('Code: copy-failed')).not.toBeInTheDocument();
});

it.each(['light', 'dark'] as const)(
  'with the message shown, axe objects to nothing in the %s scheme',
  async (scheme) => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await preferScheme(scheme);
    await show();
    await page.getByRole('button', { name: 'Copy message' }).click();
    await expect.element(page.getByText('Code: copy-failed')).toBeVisible();
    expect(await objectionsToElement()).toEqual([]);
  },
);

it('offers no message while it is not known who invites', async () => {
  const panel = await show();
  panel.technician = null;
  await expect.element(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Copy message' })).not.toBeInTheDocument();
});

it('says when the unused link stops working, where that is known', async () => {
  const panel = await show();
  await expect.element(page.getByText('stop working')).not.toBeInTheDocument();
  panel.linkExpiresAtMs = new Date(2026, 4, 6, 17, 30).getTime();
  await expect.element(page.getByText(/Unused, they stop working Wednesday.*5:30/)).toBeVisible();
});

it('marks the step that an attempt is at', async () => {
  const panel = await show();
  expect(steps()).toEqual(['They use link or key']);
  panel.connection = { phase: 'connecting', step: 'proof' };
  await panel.updateComplete;
  expect(steps()).toEqual(['Link or key is checked']);
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
