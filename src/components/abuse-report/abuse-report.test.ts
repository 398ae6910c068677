import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { customerWords as portuguese } from '../../i18n/pt-br/customer.ts';
import type { AbuseReport } from '../../protocol/abuse-report.ts';
import { DesksideError } from '../../protocol/deskside-error.ts';
import { focusedElement, objectionsToElement, preferScheme } from '../accessibility-check.ts';
import type { AbuseReportDialog } from './abuse-report.ts';
import './abuse-report.ts';

const dialog = page.getByRole('dialog', { name: 'Report this session' });
const money = page.getByRole('radio', { name: /money, gift cards or passwords/ });
const text = page.getByRole('textbox', { name: 'In your own words, if you like' });
const endNow = page.getByRole('checkbox', { name: 'End the session now' });
const send = page.getByRole('button', { name: 'Send report' });

const reports: AbuseReport[] = [];
let ended = 0;

async function show(properties: Partial<AbuseReportDialog> = {}): Promise<AbuseReportDialog> {
  const element = document.createElement('deskside-abuse-report');
  element.words = customerWords;
  element.technician = { name: 'Ana Souza', organisation: 'ACME Support', verified: 'none' };
  element.isInSession = true;
  element.report = async (report) => {
    reports.push(report);
    return 'BCDF-1234';
  };
  element.addEventListener('deskside-stop-all-request', () => (ended += 1));
  Object.assign(element, properties);
  document.body.append(element);
  element.open();
  await expect.element(page.getByRole('dialog')).toBeVisible();
  return element;
}

beforeEach(() => {
  reports.length = 0;
  ended = 0;
});
afterEach(() => document.body.replaceChildren());

it.each(['light', 'dark'] as const)('has nothing that axe objects to, in the %s scheme', async (scheme) => {
  await preferScheme(scheme);
  await show();
  expect(await objectionsToElement()).toEqual([]);
});

it('says who gets it, what is sent, and what never is', async () => {
  await show();
  await expect.element(dialog).toHaveTextContent(`Your report goes to whoever runs ${location.host}.`);
  await expect.element(dialog).toHaveTextContent('it was Ana Souza (ACME Support), the time (');
  await expect.element(dialog).toHaveTextContent('Chat, files and pictures are never sent.');
});

it('needs a reason, and no words', async () => {
  await show();
  await expect.element(send).toBeDisabled();
  await money.click();
  await send.click();
  await expect.element(page.getByText('Report received, reference BCDF-1234')).toBeVisible();
  expect(reports).toEqual([{ reason: 'money', text: '' }]);
});

it('sends the words with it, at most a thousand characters', async () => {
  await show();
  await page.getByRole('radio', { name: 'Something else' }).click();
  await text.fill(' She wants gift cards. ');
  expect(text.element()).toHaveProperty('maxLength', 1_000);
  await send.click();
  await expect.poll(() => reports).toEqual([{ reason: 'other', text: 'She wants gift cards.' }]);
});

it('ends the session at once, before the report is through', async () => {
  await show({ report: () => new Promise(() => {}) });
  await expect.element(endNow).toBeChecked();
  await money.click();
  await send.click();
  expect(ended).toBe(1);
  await expect.element(page.getByRole('button', { name: 'Sending…' })).toBeDisabled();
});

it('leaves the session alone when that is wanted', async () => {
  await show();
  await money.click();
  await endNow.click();
  await send.click();
  await expect.element(page.getByText(/Report received/)).toBeVisible();
  expect(ended).toBe(0);
});

it('has nothing to end after the session', async () => {
  await show({ isInSession: false });
  await expect.element(endNow).not.toBeInTheDocument();
});

it('gives the reference the focus, and begins anew when it is opened again', async () => {
  const element = await show();
  await money.click();
  await send.click();
  const heading = page.getByRole('heading', { name: 'Report received, reference BCDF-1234' });
  await expect.poll(focusedElement).toBe(heading.element());
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  element.open();
  await expect.element(dialog).toBeVisible();
  await expect.element(money).not.toBeChecked();
});

it.each([
  ['session-ended', /ended too long ago to be reported/],
  ['too-many-tries', /Too many reports came from here/],
  ['server-unreachable', /can’t be reached/],
] as const)('says why it did not work: %s, and can be sent again', async (code, words) => {
  const failing = async () => {
    throw new DesksideError(code);
  };
  const element = await show({ report: failing });
  await money.click();
  await text.fill('Gift cards.');
  await send.click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(words);
  await expect.element(page.getByRole('alert')).toHaveTextContent(`Code: ${code}`);
  await expect.element(text).toHaveValue('Gift cards.');
  element.report = async () => 'GHJK-5678';
  await send.click();
  await expect.element(page.getByText('Report received, reference GHJK-5678')).toBeVisible();
});

it('is given up by Escape', async () => {
  await show();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(reports).toEqual([]);
});

it('speaks the page’s language, also once that is another', async () => {
  const element = await show();
  element.words = portuguese;
  await expect.element(page.getByRole('dialog', { name: 'Denunciar esta sessão' })).toBeVisible();
});
