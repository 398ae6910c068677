import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { type FileOffer, openOffers } from '../../session/transfer-selectors.ts';
import type { Transfer } from '../../session/transfer-state.ts';
import { transfer } from '../file-states.ts';
import type { IncomingFilesDialog } from './incoming-files-dialog.ts';
import './incoming-files-dialog.ts';

const dialog = page.getByRole('dialog', { name: 'Incoming file transfer' });
const save = page.getByRole('button', { name: 'Save' });
const decline = page.getByRole('button', { name: 'Decline' });

/** Longer than any test lasts. */
const LONG_MS = 600_000;

function offerOf(...transfers: Transfer[]): FileOffer {
  const [offer] = openOffers({ transfers });
  if (offer === undefined) throw new TypeError('nothing is offered');
  return offer;
}

const MANUAL = offerOf(transfer('incoming', 'manual.pdf', { phase: 'offered' }, { offerId: 'one' }));

interface Shown {
  readonly element: IncomingFilesDialog;
  readonly answers: unknown[];
}

async function show(offer: FileOffer, properties: Partial<IncomingFilesDialog> = {}): Promise<Shown> {
  const element = document.createElement('deskside-incoming-files-dialog');
  const answers: unknown[] = [];
  element.addEventListener('deskside-offer-answer', (event) => answers.push((event as CustomEvent).detail));
  Object.assign(element, { words: customerWords, otherName: 'Ana Souza', ...properties });
  document.body.append(element);
  await element.updateComplete;
  element.offer = offer;
  await element.updateComplete;
  return { element, answers };
}

beforeEach(async () => {
  await page.viewport(800, 600);
  window.focus();
});
afterEach(() => document.body.replaceChildren());

describe('an offer', () => {
  it('says who sends what, how large, and asks', async () => {
    await show(MANUAL);
    await expect.element(dialog).toHaveAccessibleDescription('Ana Souza would like to send you a file.');
    await expect.element(dialog.getByText('manual.pdf')).toBeVisible();
    await expect.element(dialog.getByText('100 MB')).toBeVisible();
    await expect.element(page.getByText('Programs can change', { exact: false })).not.toBeInTheDocument();
  });

  it('lists several files, with their sum', async () => {
    const more = ['a.txt', 'b.txt', 'c.txt'].map((name) =>
      transfer('incoming', name, { phase: 'offered' }, { offerId: 'many' }),
    );
    await show(offerOf(...more));
    expect(page.getByRole('list', { name: 'Offered files' }).getByRole('listitem').elements()).toHaveLength(
      3,
    );
    await expect.element(page.getByText('3 files, 300 MB')).toBeVisible();
  });

  it('warns of programs, and shows what a long name ends with', async () => {
    const name = `${'picture of the printer '.repeat(9)}.jpg.exe`;
    await show(offerOf(transfer('incoming', name, { phase: 'offered' }, { isProgram: true })));
    await expect
      .element(page.getByText('Programs can change this computer. Save it only if you expected it.'))
      .toBeVisible();
    const tail = page
      .getByText(/\.jpg\.exe$/)
      .elements()
      .at(-1);
    expect(tail?.getBoundingClientRect().right).toBeLessThan(innerWidth);
  });

  it('names the number of offers that come after it', async () => {
    await show(MANUAL, { queuedCount: 2 });
    await expect.element(page.getByText('2 more offers come after this one.')).toBeVisible();
  });
});

describe('an answer', () => {
  it.each([
    ['yes', save, true],
    ['no', decline, false],
  ] as const)('of %s is given within the very click', async (_, button, isAccepted) => {
    const { answers } = await show(MANUAL);
    let heardInClick = 0;
    document.addEventListener('click', () => (heardInClick = answers.length), { once: true });
    await button.click();
    expect(answers).toEqual([{ offerId: 'one', isAccepted }]);
    expect(heardInClick).toBe(1);
  });

  it('cannot be given by a key that was meant for something else', async () => {
    const { answers } = await show(MANUAL, { dwellMs: LONG_MS });
    await expect.element(save).toBeDisabled();
    await userEvent.keyboard('{Enter} {Escape}{Escape}');
    await expect.element(dialog).toBeVisible();
    expect(answers).toEqual([]);
  });

  it('needs its time again for the next offer', async () => {
    const { element } = await show(MANUAL, { dwellMs: 30 });
    await expect.element(save).toBeEnabled();
    element.dwellMs = LONG_MS;
    element.offer = offerOf(transfer('incoming', 'next.txt', { phase: 'offered' }));
    await expect.element(dialog.getByText('next.txt')).toBeVisible();
    await expect.element(save).toBeDisabled();
    await expect.element(decline).toBeDisabled();
  });

  it('of no may be given by Escape, once there was time', async () => {
    const { answers } = await show(MANUAL);
    await userEvent.keyboard('{Escape}');
    expect(answers).toEqual([{ offerId: 'one', isAccepted: false }]);
  });
});

it('waits with the browser’s own dialog, and asks again when that was dismissed', async () => {
  const { element } = await show(MANUAL);
  element.offer = { ...MANUAL, isChoosing: true };
  await expect.element(page.getByText('Choose where to save in the browser’s window.')).toBeVisible();
  await expect.element(save).toBeDisabled();
  element.offer = { ...MANUAL, isChoosing: false };
  await expect.element(save).toBeEnabled();
});

it('gives the focus and the text back that it came in front of', async () => {
  const field = document.createElement('textarea');
  document.body.append(field);
  field.focus();
  await userEvent.keyboard('My printer');
  const { element } = await show(MANUAL, { dwellMs: LONG_MS });
  expect(document.activeElement).not.toBe(field);
  element.offer = null;
  await expect.element(dialog).not.toBeInTheDocument();
  expect(document.activeElement).toBe(field);
  expect(field.value).toBe('My printer');
});
