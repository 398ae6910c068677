import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { customerWords as portuguese } from '../../i18n/pt-br/customer.ts';
import type { Transfer } from '../../session/transfer-state.ts';
import { everyKind, everyStop, transfer } from '../file-states.ts';
import type { TransfersDialog } from './transfers-dialog.ts';
import './transfers-dialog.ts';

const dialog = page.getByRole('dialog', { name: 'File transfers' });

async function show(transfers: readonly Transfer[]): Promise<TransfersDialog> {
  const element = document.createElement('deskside-transfers-dialog');
  Object.assign(element, { words: customerWords, otherName: 'Ana Souza', files: { transfers } });
  document.body.append(element);
  await element.updateComplete;
  element.isOpen = true;
  await element.updateComplete;
  return element;
}

/** The list's item for a file. */
function item(name: string) {
  return dialog.getByRole('listitem').filter({ hasText: name });
}

function plain(text: string | null): string {
  return (text ?? '').replaceAll(/\s/g, ' ');
}

beforeEach(() => page.viewport(800, 900));
afterEach(() => document.body.replaceChildren());

it('says so while there is nothing', async () => {
  await show([]);
  await expect
    .element(dialog.getByText('No files have been sent or received in this session.'))
    .toBeVisible();
});

it.each([
  ['photos of the printer.zip', 'Waiting for Ana Souza to accept'],
  ['printer driver 12.4 for everybody.msi', '12 of 100 MB, 1.6 MB/s, 55 sec left'],
  ['log.txt', '0.3 of 4.2 kB'],
  ['manual.pdf', 'Checking that all of it arrived…'],
  ['settings.json', 'Sent and checked, 5.3 kB in 24 sec'],
  ['holiday.mov', 'Ana Souza declined'],
  ['setup.exe', 'You declined'],
  ['old backup.tar.gz', 'Cancelled by you'],
  ['new backup.tar.gz', 'Cancelled by Ana Souza'],
  ['report.docx', 'This file can’t be read any more. It may have been moved or changed.'],
])('says how “%s” stands', async (name, state) => {
  await show(everyKind('customer').transfers);
  expect(plain(item(name).element().querySelector('.state')?.textContent ?? null)).toBe(state);
});

it.each([
  ['a.iso', '40 of 100 MB. Goes on by itself in a moment', ['Cancel']],
  [
    'dump of the whole database.bak',
    '40 of 100 MB. Stopped, since this page was loaded again',
    ['Choose the file again…', 'Cancel'],
  ],
  ['log.zip', 'This is another file than before, or it was changed.', ['Choose the file again…', 'Cancel']],
  ['manual.pdf', '40 of 100 MB. Waiting for Ana Souza to choose the file again', ['Cancel']],
  ['photos.zip', '40 of 100 MB. Paused by you', ['Continue', 'Cancel']],
  [
    'setup.exe',
    '40 of 100 MB. There is no room left here. Free some, then continue.',
    ['Continue', 'Cancel'],
  ],
  ['video.mp4', '40 of 100 MB. Ana Souza has no room for it at the moment', ['Cancel']],
])('says why “%s” has stopped, and what can be done', async (name, state, actions) => {
  await show(everyStop('customer').transfers);
  const row = item(name).element();
  expect(plain(row.querySelector('.state')?.textContent ?? null)).toBe(state);
  const buttons = [...row.querySelectorAll('.actions button')];
  expect(buttons.map((button) => button.textContent?.trim())).toEqual(actions);
});

it('asks to stop a file for now, to go on with it, and to send one again that did not arrive', async () => {
  const element = await show([...everyKind('customer').transfers, ...everyStop('customer').transfers]);
  const asked: unknown[] = [];
  for (const type of ['pause-transfer', 'continue-transfer', 'send-again']) {
    element.addEventListener(`deskside-${type}-request`, (event) =>
      asked.push([type, (event as CustomEvent).detail]),
    );
  }
  const idOf = (name: string) => element.files.transfers.find((each) => each.name === name)?.id;
  await item('log.txt').getByRole('button', { name: 'Pause' }).click();
  await item('photos.zip').getByRole('button', { name: 'Continue' }).click();
  await item('report.docx').getByRole('button', { name: 'Send again' }).click();
  expect(asked).toEqual([
    ['pause-transfer', { transferId: idOf('log.txt') }],
    ['continue-transfer', { transferId: idOf('photos.zip'), file: null }],
    ['send-again', { transferId: idOf('report.docx') }],
  ]);
  element.isOver = true;
  await element.updateComplete;
  expect(item('report.docx').getByRole('button').elements()).toEqual([]);
});

it('says over how many connections files go, and by which way, while one moves', async () => {
  const element = await show(everyKind('customer').transfers);
  element.path = { lanes: 8, isRelayed: false };
  await expect.element(dialog.getByText('8 connections, directly from browser to browser')).toBeVisible();
  element.path = { lanes: 1, isRelayed: true };
  await expect.element(dialog.getByText('1 connection, through a relay')).toBeVisible();
  element.files = { transfers: [] };
  await expect.element(dialog.getByText('through a relay')).not.toBeInTheDocument();
});

it('gives the code of what failed, and what to do', async () => {
  await show(everyKind('customer').transfers);
  await expect.element(item('report.docx')).toHaveTextContent('Choose it again.');
  await expect.element(item('report.docx')).toHaveTextContent('Code: file-unreadable');
});

it('writes numbers as its language does', async () => {
  const element = await show(everyKind('customer').transfers);
  element.words = portuguese;
  await element.updateComplete;
  const states = [...element.renderRoot.querySelectorAll('.state')].map(({ textContent }) =>
    plain(textContent),
  );
  expect(states).toContain('12 de 100 MB, 1,6 MB/s, falta 55 s');
});

it('says that nothing moves while the connection is interrupted, instead of how fast it was', async () => {
  const element = await show(everyKind('customer').transfers);
  element.isLineDown = true;
  await element.updateComplete;
  const running = item('printer driver 12.4 for everybody.msi');
  await expect.element(running).toHaveTextContent('goes on when the connection is back');
  await expect.element(running).not.toHaveTextContent('MB/s');
});

describe('a progress bar', () => {
  it('has the file’s name, a value, and the value in words', async () => {
    await show(everyKind('customer').transfers);
    const bar = dialog.getByRole('progressbar', { name: 'printer driver 12.4 for everybody.msi' });
    await expect.element(bar).toHaveAttribute('aria-valuenow', '12');
    await expect.element(bar).toHaveAttribute('aria-valuetext', '12%');
  });

  it('is as long as what has arrived, and announces no step', async () => {
    const element = await show([
      transfer(
        'incoming',
        'half.bin',
        { phase: 'running', movedBytes: 50_000_000, startedAtMs: 0, bytesPerSecond: null },
        {},
      ),
    ]);
    const [track, fill] = ['.track', '.fill'].map((part) => element.renderRoot.querySelector(part));
    const widths = [track, fill].map((part) => part?.getBoundingClientRect().width ?? 0);
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(0.5, 1);
    expect(fill?.closest('[aria-live], [role="status"], [role="log"]')).toBe(null);
  });
});

it('has the newest offer on top, with its files in their order', async () => {
  await show([
    transfer('incoming', 'old.txt', { phase: 'declined' }),
    transfer('incoming', 'new 1.txt', { phase: 'declined' }, { offerId: 'new' }),
    transfer('incoming', 'new 2.txt', { phase: 'declined' }, { offerId: 'new' }),
  ]);
  const names = dialog
    .getByRole('listitem')
    .elements()
    .map((element) => element.querySelector('deskside-file-name')?.name);
  expect(names).toEqual(['new 1.txt', 'new 2.txt', 'old.txt']);
});

it('asks to cancel what is not over, and to save again what the browser keeps', async () => {
  const { transfers } = everyKind('customer');
  const element = await show(transfers);
  const requests: unknown[] = [];
  for (const type of ['deskside-cancel-transfer-request', 'deskside-save-again-request']) {
    element.addEventListener(type, (event) => requests.push([type, (event as CustomEvent).detail]));
  }
  expect(dialog.getByRole('button', { name: 'Cancel' }).elements()).toHaveLength(4);
  await item('manual.pdf').getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Save again' }).click();
  expect(requests).toEqual([
    ['deskside-cancel-transfer-request', { transferId: transfers[3]?.id }],
    ['deskside-save-again-request', { transferId: transfers[5]?.id }],
  ]);
});

it('shows the checksum of a whole file to those who want it', async () => {
  await show(everyKind('customer').transfers);
  item('settings.json').element().querySelector('summary')?.click();
  await expect.element(item('settings.json').getByText(/^[0-9a-f]{64}$/)).toBeVisible();
});

it('leaves the page usable, closes by Escape, and gives the focus back', async () => {
  const opener = document.createElement('button');
  opener.textContent = 'Outside';
  let presses = 0;
  opener.addEventListener('click', () => presses++);
  document.body.append(opener);
  opener.focus();
  const element = await show([]);
  element.addEventListener('deskside-close-request', () => {
    element.isOpen = false;
  });
  await page.getByRole('button', { name: 'Outside' }).click();
  expect(presses).toBe(1);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  opener.focus();
  element.isOpen = true;
  await element.updateComplete;
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(document.activeElement).toBe(opener);
});
