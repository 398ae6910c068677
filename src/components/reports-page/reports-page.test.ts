import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { technicianWords } from '../../i18n/en/technician.ts';
import type { ReportsState } from '../../session/report-keeper.ts';
import { sampleReport } from '../../session/session-report.fake.ts';
import type { ReportsPage } from './reports-page.ts';
import './reports-page.ts';

const printer = sampleReport({ label: 'Impressão' });
const mail = sampleReport({ sessionId: 'f'.repeat(32), label: 'Ticket 42', chat: [], notes: '' });

async function show(state: Partial<ReportsState>): Promise<ReportsPage> {
  const element = document.createElement('deskside-reports-page');
  element.words = technicianWords;
  element.state = {
    storage: 'kept',
    reports: [printer, mail],
    damagedCount: 0,
    retention: 90,
    ...state,
  };
  document.body.append(element);
  await element.updateComplete;
  return element;
}

function heard(element: ReportsPage, type: string): unknown[] {
  const details: unknown[] = [];
  element.addEventListener(type, (event) => details.push(event instanceof CustomEvent ? event.detail : null));
  return details;
}

/** The text of what has the focus, through all shadow roots. */
function focusedText(): string | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused?.textContent?.trim();
}

afterEach(() => document.body.replaceChildren());

describe('the list of reports', () => {
  it('tells of each when, how long, who ended it and how much there is', async () => {
    await show({});
    const item = page.getByRole('list', { name: 'Reports' }).getByRole('listitem').first();
    await expect
      .element(item)
      .toHaveTextContent(/4 min 12 s · Ended by: The customer · 2 messages · 1 file · screen shown 2 times/);
  });

  it('is searched, whatever the case and the accents', async () => {
    await show({});
    await page.getByRole('searchbox', { name: 'Search' }).fill('IMPRESSAO');
    await expect.element(page.getByText('1 report', { exact: true })).toBeVisible();
    expect(page.getByRole('listitem').elements()).toHaveLength(1);
    await page.getByRole('searchbox', { name: 'Search' }).fill('nothing like it');
    await expect.element(page.getByText('No report matches.')).toBeVisible();
  });

  it('opens one, and comes back', async () => {
    await show({});
    await page.getByRole('button', { name: /Ticket 42/ }).click();
    await expect.poll(focusedText).toBe('Ticket 42');
    await page.getByRole('button', { name: 'All reports' }).click();
    await expect.poll(focusedText).toBe('Reports');
  });

  it('asks before it lets anything be deleted', async () => {
    const element = await show({});
    const one = heard(element, 'deskside-delete-report-request');
    const all = heard(element, 'deskside-delete-reports-request');
    await page.getByRole('button', { name: 'Delete all reports' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).click();
    expect(all).toEqual([]);
    await page.getByRole('button', { name: 'Delete all reports' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    expect(all).toHaveLength(1);
    await page.getByRole('button', { name: /Ticket 42/ }).click();
    await page.getByRole('button', { name: 'Delete report' }).click();
    await page
      .getByRole('dialog', { name: 'Delete this report?' })
      .getByRole('button', { name: 'Delete' })
      .click();
    expect(one).toEqual([{ report: mail }]);
  });

  it('asks to keep reports for another time', async () => {
    const element = await show({});
    const wishes = heard(element, 'deskside-retention-request');
    const choice = page.getByRole('combobox', { name: 'Delete reports after' });
    await expect.element(choice).toHaveValue('90');
    await choice.selectOptions('Never');
    await choice.selectOptions('7 days');
    expect(wishes).toEqual([{ retention: null }, { retention: 7 }]);
  });

  it('says that nothing is kept where the browser refuses', async () => {
    await show({ storage: 'refused' });
    await expect.element(page.getByText('Code: report-not-kept')).toBeVisible();
  });

  it('says how many are there that cannot be read', async () => {
    await show({ reports: [], damagedCount: 2 });
    await expect.element(page.getByText(/2 more reports are there/)).toBeVisible();
    await expect.element(page.getByText(/No reports yet/)).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Delete all reports' })).toBeEnabled();
  });
});
