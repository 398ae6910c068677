import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { technicianWords } from '../../i18n/en/technician.ts';
import type { SupportKeyState } from '../../session/support-key-state.ts';
import { objectionsToElement, preferScheme } from '../accessibility-check.ts';
import type { InviteKey } from './invite-key.ts';
import './invite-key.ts';

const READY: SupportKeyState = {
  phase: 'ready',
  burned: 0,
  key: { routing: '0123', secret: '45678' },
  wrongTries: 0,
};
const BURNED = /The key was replaced after three wrong tries\./;

async function show(supportKey: SupportKeyState): Promise<InviteKey> {
  const element = document.createElement('deskside-invite-key');
  element.words = technicianWords;
  element.supportKey = supportKey;
  element.address = 'help.example';
  document.body.append(element);
  await element.updateComplete;
  return element;
}

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe('the support key', () => {
  it('is shown in threes, and heard digit by digit', async () => {
    await show(READY);
    await expect.element(page.getByText('012-345-678')).toBeVisible();
    expect(page.getByText('012-345-678').element().ariaHidden).toBe('true');
    await expect.element(page.getByText('0 1 2, 3 4 5, 6 7 8')).toBeInTheDocument();
    await expect.element(page.getByText(/types it at help\.example\./)).toBeVisible();
    await expect.element(page.getByText(BURNED)).not.toBeInTheDocument();
  });

  it('has its tenth digit in the last group', async () => {
    await show({ ...READY, key: { routing: '01234', secret: '56789' } });
    await expect.element(page.getByText('012-345-6789')).toBeVisible();
  });

  it('is copied as it is shown', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await show(READY);
    await page.getByRole('button', { name: 'Copy key' }).click();
    expect(write).toHaveBeenCalledWith('012-345-678');
    await expect.element(page.getByText('Copied')).toBeVisible();
  });

  it('is selected where copying fails', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await show(READY);
    await page.getByRole('button', { name: 'Copy key' }).click();
    await expect.element(page.getByText('Code: copy-failed')).toBeVisible();
  });

  it('that was replaced says so above the new one, and no longer that the old one was copied', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const element = await show(READY);
    await page.getByRole('button', { name: 'Copy key' }).click();
    element.supportKey = { phase: 'making', burned: 1 };
    await expect.element(page.getByText(BURNED)).toBeVisible();
    await expect.element(page.getByText('012-345-678')).not.toBeInTheDocument();
    element.supportKey = { ...READY, burned: 1, key: { routing: '9876', secret: '54321' } };
    await expect.element(page.getByText('987-654-321')).toBeVisible();
    await expect.element(page.getByText('The old one no longer works.', { exact: false })).toBeVisible();
    await expect.element(page.getByText('Copied')).not.toBeInTheDocument();
  });

  it('that cannot be had names the reason, and can be asked for again', async () => {
    const element = await show({ phase: 'none', burned: 0, problem: 'server-busy' });
    let asked = 0;
    element.addEventListener('deskside-new-key-request', () => asked++);
    await expect.element(page.getByText('Code: server-busy')).toBeVisible();
    await page.getByRole('button', { name: 'New key' }).click();
    expect(asked).toBe(1);
  });

  it('that was burned too often is not offered again', async () => {
    await show({ phase: 'none', burned: 5, problem: 'too-many-tries' });
    await expect.element(page.getByText(/no support key any more/)).toBeVisible();
    await expect.element(page.getByRole('button')).not.toBeInTheDocument();
  });

  it.each(['light', 'dark'] as const)('has nothing that axe objects to, in the %s scheme', async (scheme) => {
    await preferScheme(scheme);
    await show({ ...READY, burned: 1 });
    expect(await objectionsToElement()).toEqual([]);
  });
});
