import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { technicianWords } from '../../i18n/en/technician.ts';
import { SHORTCUT_KEYS } from './shortcut-keys.ts';
import type { TechnicianShortcuts } from './technician-shortcuts.ts';
import './technician-shortcuts.ts';

async function open(): Promise<TechnicianShortcuts> {
  const list = document.createElement('deskside-technician-shortcuts');
  list.words = technicianWords;
  list.isOpen = true;
  document.body.append(list);
  await list.updateComplete;
  return list;
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the list of shortcuts', () => {
  it('names every shortcut once', async () => {
    const list = await open();
    expect(list.renderRoot.querySelectorAll('kbd')).toHaveLength(Object.keys(SHORTCUT_KEYS).length);
    expect(new Set(Object.values(SHORTCUT_KEYS)).size).toBe(Object.keys(SHORTCUT_KEYS).length);
  });

  it('closes with Escape and says so', async () => {
    const list = await open();
    let closings = 0;
    list.addEventListener('deskside-close-request', () => {
      closings += 1;
    });
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(closings).toBe(1);
  });

  it('asks to turn single keys off', async () => {
    const list = await open();
    const wishes: unknown[] = [];
    list.addEventListener('deskside-shortcuts-request', (event) => {
      if (event instanceof CustomEvent) wishes.push(event.detail);
    });
    await page.getByRole('checkbox', { name: 'Use single-key shortcuts' }).click();
    expect(wishes).toEqual([{ isEnabled: false }]);
  });
});
