import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { MAX_FILES_IN_OFFER } from '../../protocol/limits.ts';
import { focusedElement } from '../accessibility-check.ts';
import type { SendFilesDialog } from './send-files-dialog.ts';
import './send-files-dialog.ts';

const dialog = page.getByRole('dialog', { name: 'Send files to Ana Souza' });
const send = dialog.getByRole('button', { name: 'Send' });

interface Shown {
  readonly element: SendFilesDialog;
  readonly sent: string[][];
}

async function show(): Promise<Shown> {
  const element = document.createElement('deskside-send-files-dialog');
  const sent: string[][] = [];
  element.addEventListener('deskside-send-files-request', (event) => {
    const { files } = (event as CustomEvent<{ files: readonly File[] }>).detail;
    sent.push(files.map(({ name }) => name));
  });
  element.addEventListener('deskside-close-request', () => {
    element.isOpen = false;
  });
  Object.assign(element, { words: customerWords, otherName: 'Ana Souza' });
  document.body.append(element);
  await element.updateComplete;
  element.isOpen = true;
  await element.updateComplete;
  return { element, sent };
}

function file(name: string, size = 10): File {
  return new File(['x'.repeat(size)], name, { lastModified: 1 });
}

beforeEach(() => page.viewport(800, 600));
afterEach(() => document.body.replaceChildren());

it('sends what was chosen in the browser’s picker, and closes', async () => {
  const { sent } = await show();
  await expect.element(send).toBeDisabled();
  await dialog.getByLabelText('Choose files').upload([file('a.txt'), file('b.txt', 2_000)]);
  await expect.element(dialog.getByText('2 files, 2 kB')).toBeVisible();
  await send.click();
  expect(sent).toEqual([['a.txt', 'b.txt']]);
  await expect.element(dialog).not.toBeInTheDocument();
});

it('has a way to choose a folder', async () => {
  await show();
  await expect.element(dialog.getByLabelText('Choose a folder')).toHaveAttribute('webkitdirectory');
});

describe('what was chosen', () => {
  it('is added to, each file once, but files that came together are all kept', async () => {
    const { element, sent } = await show();
    element.add([file('a.txt'), file('a.txt')]);
    element.add([file('a.txt'), file('b.txt')]);
    await send.click();
    expect(sent).toEqual([['a.txt', 'a.txt', 'b.txt']]);
  });

  it('can be taken out again, with the focus staying in the list', async () => {
    const { element } = await show();
    element.add([file('a.txt'), file('b.txt')]);
    await page.getByRole('button', { name: 'Remove a.txt' }).click();
    await expect.poll(() => focusedElement()?.getAttribute('aria-label')).toBe('Remove b.txt');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => focusedElement()?.id).toBe('files');
    await expect.element(send).toBeDisabled();
  });

  it('stays in sight and can be scrolled when there is very much of it', async () => {
    const { element } = await show();
    element.add(Array.from({ length: MAX_FILES_IN_OFFER + 20 }, (_, index) => file(`${index}.txt`, 1)));
    await expect.element(page.getByText(`Up to ${MAX_FILES_IN_OFFER} files`, { exact: false })).toBeVisible();
    const list = page.getByRole('list', { name: 'Chosen files' });
    expect(list.getByRole('listitem').elements()).toHaveLength(MAX_FILES_IN_OFFER);
    expect(list.element().clientHeight).toBeLessThan(330);
    await expect.element(send).toBeInViewport();
  });

  it('is forgotten when the dialog is closed', async () => {
    const { element, sent } = await show();
    element.add([file('a.txt')]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    element.isOpen = true;
    await expect.element(send).toBeDisabled();
    expect(sent).toEqual([]);
  });

  it('stays, with a reason, when it could not be offered', async () => {
    const { element } = await show();
    element.addEventListener('deskside-send-files-request', (event) => {
      event.preventDefault();
      element.problem = 'message-not-sent';
    });
    element.add([file('a.txt')]);
    await send.click();
    await expect.element(page.getByText('Code: message-not-sent')).toBeVisible();
    await expect.element(dialog.getByText('a.txt')).toBeVisible();
  });
});

it('closes by Escape, and not when only the browser’s picker was dismissed', async () => {
  const { element } = await show();
  const input = element.renderRoot.querySelector('input');
  input?.dispatchEvent(new Event('cancel', { bubbles: true }));
  await expect.element(dialog).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
});
