import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sharedWords } from '../../i18n/en/shared.ts';
import { MAX_CHAT_TEXT_LENGTH } from '../../protocol/limits.ts';
import type { Role } from '../../protocol/role.ts';
import type { ChatEntry } from '../../session/chat-state.ts';
import { focusedElement, objectionsToElement, preferScheme } from '../accessibility-check.ts';
import type { ChatPanel } from './chat-panel.ts';
import './chat-panel.ts';

const field = page.getByRole('textbox', { name: 'Message' });
const log = page.getByRole('log', { name: 'Chat messages' });

let nextId = 0;
function entry(from: Role, text: string, atMs = 0): ChatEntry {
  return { id: `entry-${nextId++}`, from, text, atMs };
}

async function show(...entries: ChatEntry[]): Promise<ChatPanel> {
  const panel = document.createElement('deskside-chat-panel');
  panel.words = sharedWords;
  panel.otherName = 'Ana';
  panel.style.height = '400px';
  document.body.append(panel);
  await receive(panel, ...entries);
  return panel;
}

async function receive(panel: ChatPanel, ...entries: ChatEntry[]): Promise<void> {
  panel.chat = {
    isOpen: true,
    isLooking: true,
    unreadCount: 0,
    undelivered: [],
    entries: [...panel.chat.entries, ...entries],
  };
  await panel.updateComplete;
}

/** The texts that the panel asks to send. `isRefused` is what its owner answers. */
function sendings(panel: ChatPanel, isRefused = false): string[] {
  const texts: string[] = [];
  panel.addEventListener('deskside-send-request', (event) => {
    texts.push((event as CustomEvent<{ text: string }>).detail.text);
    if (isRefused) event.preventDefault();
  });
  return texts;
}

/** A log that is longer than its window. */
function manyEntries(): ChatEntry[] {
  return Array.from({ length: 60 }, (_, index) => entry('technician', `message ${index}`));
}

/** Lets layout, scrolling and its events happen. */
async function frames(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
}

beforeEach(() => page.viewport(600, 600));
afterEach(() => document.body.replaceChildren());

it.each(['light', 'dark'] as const)('has nothing that axe objects to, in the %s scheme', async (scheme) => {
  await preferScheme(scheme);
  const panel = await show(entry('technician', 'Hello https://example.org/'), entry('customer', 'Hi'));
  panel.notice = 'Ana can see what you type.';
  await field.fill('x'.repeat(MAX_CHAT_TEXT_LENGTH + 1));
  expect(await objectionsToElement()).toEqual([]);
});

describe('sending', () => {
  it('by Enter asks for it once, empties the field and keeps the focus there', async () => {
    const texts = sendings(await show());
    await field.fill('Hello');
    await userEvent.keyboard('{Enter}');
    expect(texts).toEqual(['Hello']);
    await expect.element(field).toHaveValue('');
    await expect.poll(focusedElement).toBe(field.element());
  });

  it('by the button does the same', async () => {
    const texts = sendings(await show());
    await field.fill('Hello');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    expect(texts).toEqual(['Hello']);
    await expect.element(field).toHaveValue('');
    await expect.poll(focusedElement).toBe(field.element());
  });

  it('that was refused leaves the text where it was', async () => {
    const texts = sendings(await show(), true);
    await field.fill('Hello');
    await userEvent.keyboard('{Enter}');
    expect(texts).toEqual(['Hello']);
    await expect.element(field).toHaveValue('Hello');
  });

  it('does not happen for blank text', async () => {
    const texts = sendings(await show());
    await field.fill('  \n ');
    await userEvent.keyboard('{Enter}');
    expect(texts).toEqual([]);
  });

  it('does not happen by Shift+Enter, which starts a new line', async () => {
    const texts = sendings(await show());
    await field.click();
    await userEvent.keyboard('a{Shift>}{Enter}{/Shift}b');
    expect(texts).toEqual([]);
    await expect.element(field).toHaveValue('a\nb');
  });

  it('does not happen by the Enter that ends a composition', async () => {
    const texts = sendings(await show());
    await field.fill('こん');
    const options = { key: 'Enter', bubbles: true, composed: true, cancelable: true };
    field.element().dispatchEvent(new KeyboardEvent('keydown', { ...options, isComposing: true }));
    field.element().dispatchEvent(new KeyboardEvent('keydown', { ...options, keyCode: 229 }));
    expect(texts).toEqual([]);
  });
});

describe('a long text', () => {
  it('is told about near the limit, and refused above it without being cut', async () => {
    const texts = sendings(await show());
    await field.fill('x'.repeat(MAX_CHAT_TEXT_LENGTH - 1));
    await expect.element(page.getByText('1 character left')).toBeVisible();
    await field.fill('x'.repeat(MAX_CHAT_TEXT_LENGTH + 1));
    await expect.element(page.getByText('Messages can be up to 4000 characters long.')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(texts).toEqual([]);
    await expect.element(field).toHaveValue('x'.repeat(MAX_CHAT_TEXT_LENGTH + 1));
  });

  it('makes the field grow, up to a height', async () => {
    await show();
    const before = field.element().clientHeight;
    await field.fill('a\nb\nc');
    expect(field.element().clientHeight).toBeGreaterThan(before);
    await field.fill('a\n'.repeat(40));
    expect(field.element().clientHeight).toBeLessThan(200);
  });
});

describe('the field', () => {
  it('keeps what was typed while the panel is hidden', async () => {
    const panel = await show();
    await field.fill('half a sen');
    panel.hidden = true;
    await panel.updateComplete;
    panel.hidden = false;
    await expect.element(field).toHaveValue('half a sen');
  });

  it('is described by what there is to know while writing', async () => {
    const panel = await show();
    panel.notice = 'Ana can see what you type.';
    await expect.element(field).toHaveAccessibleDescription(/Ana can see what you type\./);
  });

  it('cannot be written in when the panel is disabled', async () => {
    const panel = await show();
    panel.isDisabled = true;
    await expect.element(field).toBeDisabled();
  });
});

describe('a message', () => {
  it('that waits for the connection says so, and only while there is none', async () => {
    const panel = await show();
    const [sent, waiting] = [entry('customer', 'sent'), entry('customer', 'waiting')];
    panel.chat = { ...panel.chat, entries: [sent, waiting], undelivered: [waiting.id] };
    const mark = page.getByText('Will be sent');
    await panel.updateComplete;
    await expect.element(mark).not.toBeInTheDocument();
    panel.isWaiting = true;
    await expect.element(mark).toBeVisible();
    expect(mark.elements()).toHaveLength(1);
    await expect.element(field).toBeEnabled();
    panel.isWaiting = false;
    await expect.element(mark).not.toBeInTheDocument();
  });

  it('says who wrote it, in words', async () => {
    await show(entry('technician', 'one'), entry('technician', 'two'), entry('customer', 'three'));
    const text = log.element().textContent.replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/Ana .*one Ana: two You .*three/);
  });

  it('is never markup', async () => {
    await show(entry('technician', '<img src=x onerror=alert(1)>'));
    await expect.element(log).toHaveTextContent('<img src=x onerror=alert(1)>');
    expect(log.element().querySelector('img')).toBeNull();
  });

  it('makes an address a link that opens apart and tells nothing about this page', async () => {
    await show(entry('technician', 'see https://example.org/help?a=1.'));
    const link = page.getByRole('link');
    await expect.element(link).toHaveTextContent('https://example.org/help?a=1');
    await expect.element(link).toHaveAttribute('target', '_blank');
    await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it('keeps its lines, and gets no wider than the log', async () => {
    await show(entry('technician', `a\nb${'x'.repeat(500)}`));
    expect(log.element().scrollWidth).toBe(log.element().clientWidth);
    expect(page.getByText('a\nb').element().clientHeight).toBeGreaterThan(60);
  });
});

describe('the log', () => {
  it('stays at its end while the person is there', async () => {
    const panel = await show(...manyEntries());
    await frames();
    await receive(panel, entry('technician', 'the latest'));
    await frames();
    await expect.element(page.getByText('the latest')).toBeInViewport();
  });

  it('stays where the person reads, and offers the way to what is new', async () => {
    const panel = await show(...manyEntries());
    await frames();
    log.element().scrollTop = 0;
    await frames();
    await receive(panel, entry('technician', 'the latest'));
    await expect.element(page.getByText('message 0')).toBeInViewport();
    const button = page.getByRole('button', { name: 'New messages' });
    await button.click();
    await expect.element(page.getByText('the latest')).toBeInViewport();
    await expect.element(button).not.toBeInTheDocument();
  });

  it('goes to its end for the person’s own message', async () => {
    const panel = await show(...manyEntries());
    log.element().scrollTop = 0;
    await frames();
    await receive(panel, entry('customer', 'mine'));
    await expect.element(page.getByText('mine')).toBeInViewport();
  });

  it('is at its end again after the panel was hidden', async () => {
    const panel = await show(...manyEntries());
    await frames();
    panel.hidden = true;
    await receive(panel, entry('technician', 'the latest'));
    await frames();
    panel.hidden = false;
    await expect.element(page.getByText('the latest')).toBeInViewport();
  });

  it('can be reached and scrolled by keyboard', async () => {
    await show(...manyEntries());
    await userEvent.keyboard('{Tab}');
    await expect.poll(focusedElement).toBe(log.element());
  });
});
