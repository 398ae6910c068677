import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import type { Transfer, TransferProgress } from '../../session/transfer-state.ts';
import { transfer } from '../file-states.ts';
import type { DwellTimer } from '../question-dialog/dwell-controller.ts';
import type { FileDialogs } from './file-dialogs.ts';
import './file-dialogs.ts';

const RUNNING: TransferProgress = { phase: 'running', movedBytes: 1, startedAtMs: 0, bytesPerSecond: null };
const DONE: TransferProgress = {
  phase: 'done',
  checksum: '0'.repeat(64),
  startedAtMs: 0,
  finishedAtMs: 1,
  canSaveAgain: false,
};

const sending = page.getByRole('dialog', { name: 'Send files to Ana Souza' });
const list = page.getByRole('dialog', { name: 'File transfers' });

/** A timer that the test lets run out. */
class ManualTimer implements DwellTimer {
  #callback: (() => void) | null = null;

  after(_delayMs: number, callback: () => void): () => void {
    this.#callback = callback;
    return () => {
      this.#callback = null;
    };
  }

  runOut(): void {
    this.#callback?.();
  }
}

async function show(...transfers: Transfer[]): Promise<FileDialogs & { timer: ManualTimer }> {
  const element = document.createElement('deskside-file-dialogs');
  const timer = new ManualTimer();
  const properties = { words: customerWords, otherName: 'Ana Souza', isInSession: true, session: {}, timer };
  document.body.append(Object.assign(element, properties, { files: { transfers } }));
  await element.updateComplete;
  return element as FileDialogs & { timer: ManualTimer };
}

async function become(element: FileDialogs, ...transfers: Transfer[]): Promise<void> {
  element.files = { transfers };
  await element.updateComplete;
}

/** Dispatches what a browser does when files are dragged or pasted; says whether it was taken. */
function bring(type: 'dragover' | 'drop' | 'paste', files: readonly File[], text?: string): boolean {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  if (text !== undefined) data.items.add(text, 'text/plain');
  const options = { bubbles: true, composed: true, cancelable: true };
  const event =
    type === 'paste'
      ? new ClipboardEvent(type, { ...options, clipboardData: data })
      : new DragEvent(type, { ...options, dataTransfer: data });
  return !(document.activeElement ?? document.body).dispatchEvent(event);
}

beforeEach(() => page.viewport(1000, 700));
afterEach(() => document.body.replaceChildren());

describe('files that are dropped or pasted', () => {
  it('open the dialog with them, wherever they are dropped', async () => {
    await show();
    expect(bring('dragover', [new File(['x'], 'a.txt')])).toBe(true);
    await expect.element(page.getByText('Drop to send to Ana Souza')).toBeVisible();
    expect(bring('drop', [new File(['x'], 'a.txt')])).toBe(true);
    await expect.element(sending.getByText('a.txt')).toBeVisible();
    await expect.element(page.getByText('Drop to send to Ana Souza')).not.toBeInTheDocument();
  });

  it('are added to what was chosen already', async () => {
    await show();
    bring('paste', [new File(['x'], 'a.png')]);
    await expect.element(sending.getByText('a.png')).toBeVisible();
    bring('drop', [new File(['x'], 'b.txt')]);
    await expect.element(sending.getByText('b.txt')).toBeVisible();
    await expect.element(sending.getByText('2 files', { exact: false })).toBeVisible();
  });

  it('leave the page where it is without a session, and do nothing else', async () => {
    const element = await show();
    element.isInSession = false;
    expect(bring('drop', [new File(['x'], 'a.txt')])).toBe(true);
    await element.updateComplete;
    await expect.element(sending).not.toBeInTheDocument();
  });

  it('let text be text where it is pasted into a field', async () => {
    const element = await show();
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
    expect(bring('paste', [new File(['x'], 'cells.png')], 'cells')).toBe(false);
    await element.updateComplete;
    await expect.element(sending).not.toBeInTheDocument();
  });

  it('leave everything else that is dragged alone', async () => {
    await show();
    expect(bring('dragover', [], 'some text')).toBe(false);
  });
});

describe('offers', () => {
  it('come one after the other, and go when they are withdrawn', async () => {
    const [first, second] = ['a.txt', 'b.txt'].map((name) =>
      transfer('incoming', name, { phase: 'offered' }),
    );
    if (first === undefined || second === undefined) throw new TypeError();
    const incoming = page.getByRole('dialog', { name: 'Incoming file transfer' });
    const element = await show(first, second);
    await expect.element(incoming.getByText('a.txt')).toBeVisible();
    await become(element, { ...first, progress: { phase: 'cancelled', by: 'technician' } }, second);
    await expect.element(incoming.getByText('b.txt')).toBeVisible();
    await become(element);
    await expect.element(incoming).not.toBeInTheDocument();
  });
});

describe('what happened', () => {
  const report = transfer('outgoing', 'report.pdf', { phase: 'offered' });
  const live = () => document.querySelector('deskside-file-dialogs')?.renderRoot.querySelector('[aria-live]');

  it('is announced at its start and its end, and at no step between', async () => {
    const element = await show(report);
    const heard: (string | null)[] = [];
    const steps: TransferProgress[] = [
      RUNNING,
      { ...RUNNING, movedBytes: 2 },
      { phase: 'checking', movedBytes: 1, startedAtMs: 1 },
      DONE,
    ];
    for (const progress of steps) {
      await become(element, { ...report, progress });
      heard.push(live()?.textContent ?? null);
    }
    const start = 'report.pdf: on the way to Ana Souza.';
    expect(heard).toEqual([start, start, start, 'Sent to Ana Souza: report.pdf.']);
  });

  it('is shown while the list is closed: good news for a while', async () => {
    const element = await show(report);
    await become(element, { ...report, progress: DONE });
    const notice = page.getByRole('region', { name: 'Sent to Ana Souza: report.pdf.' });
    await expect.element(notice).toBeVisible();
    element.timer.runOut();
    await expect.element(notice).not.toBeInTheDocument();
  });

  it('is shown until it was dismissed, with its code, where it went wrong', async () => {
    const element = await show(report);
    await become(element, { ...report, progress: { phase: 'failed', code: 'file-unreadable' } });
    element.timer.runOut();
    await expect.element(page.getByText('Code: file-unreadable')).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect.element(page.getByText('Code: file-unreadable')).not.toBeInTheDocument();
  });

  it('leads to the list, and needs no notice where that is open', async () => {
    const element = await show(report);
    await become(element, { ...report, progress: { phase: 'declined' } });
    await page.getByRole('button', { name: 'View status' }).click();
    await expect.element(list).toBeVisible();
    await become(element, report);
    await become(element, { ...report, progress: { phase: 'declined' } });
    await expect.element(page.getByRole('button', { name: 'View status' })).not.toBeInTheDocument();
  });
});

it('closes what was open for one session when there is another', async () => {
  const element = await show();
  element.showTransfers();
  element.chooseFiles();
  await expect.element(sending).toBeVisible();
  element.session = {};
  await expect.element(sending).not.toBeInTheDocument();
  await expect.element(list).not.toBeInTheDocument();
});
