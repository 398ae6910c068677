import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { focusedElement, objectionsToElement, preferScheme } from '../accessibility-check.ts';
import { DrivenSession } from '../states.ts';
import type { SupportToolbar } from './support-toolbar.ts';
import './support-toolbar.ts';

function button(name: string) {
  return page.getByRole('button', { name, exact: true });
}

const stop = button('Stop sharing screen');
const chat = button('Chat');
const end = button('End session');
const move = button('Move toolbar');
const collapse = button('Collapse');
const expand = page.getByRole('button', { name: /Expand/ });
const status = page.getByRole('status');

/** The toolbar of a session, its requests carried out as the shell does. */
async function show(driven: DrivenSession): Promise<SupportToolbar> {
  const { session } = driven;
  const toolbar = document.createElement('deskside-support-toolbar');
  toolbar.words = customerWords;
  const update = (): void => {
    toolbar.state = session.state.value;
  };
  session.state.subscribe(update);
  const on = (type: string, act: (detail: { isOpen: boolean; isCollapsed: boolean }) => void): void => {
    toolbar.addEventListener(type, (event) => act((event as CustomEvent).detail));
  };
  on('deskside-chat-request', ({ isOpen }) => session.setChatOpen(isOpen));
  on('deskside-collapse-request', ({ isCollapsed }) => session.setToolbarCollapsed(isCollapsed));
  on('deskside-stop-sharing-request', () => session.stopSharing());
  update();
  document.body.append(toolbar);
  await toolbar.updateComplete;
  return toolbar;
}

async function showJoined(): Promise<DrivenSession & { toolbar: SupportToolbar }> {
  const driven = await new DrivenSession().joined();
  return Object.assign(driven, { toolbar: await show(driven) });
}

/** Where its left lower corner is: it grows and shrinks at the top. In whole pixels. */
function place(toolbar: SupportToolbar): { x: number; y: number } {
  const { left, bottom } = toolbar.getBoundingClientRect();
  return { x: Math.round(left), y: Math.round(bottom) };
}

function drag(from: Element, by: { x: number; y: number }): void {
  const { x, y } = from.getBoundingClientRect();
  const at = (type: string, left: number, top: number): boolean =>
    from.dispatchEvent(
      new PointerEvent(type, {
        clientX: left,
        clientY: top,
        isPrimary: true,
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
  at('pointerdown', x, y);
  at('pointermove', x + by.x, y + by.y);
  at('pointerup', x + by.x, y + by.y);
}

beforeEach(() => page.viewport(1280, 800));
afterEach(() => document.body.replaceChildren());

it.each(['light', 'dark'] as const)('has nothing that axe objects to, in the %s scheme', async (scheme) => {
  await preferScheme(scheme);
  const { toolbar } = await showJoined();
  toolbar.problem = 'screen-picker-dismissed';
  await move.click();
  expect(await objectionsToElement()).toEqual([]);
});

describe('the status', () => {
  it('says whether the screen can be seen', async () => {
    const driven = await showJoined();
    await expect.element(status).toHaveTextContent('Ana Souza cannot see your screen');
    await driven.sharing();
    await expect.element(status).toHaveTextContent('Ana Souza can see your screen');
    driven.connection.deliver({ type: 'screen-view', isWatching: false });
    await expect.element(status).toHaveTextContent('Ana Souza cannot see your screen');
    await expect
      .element(page.getByText('You are sharing; Ana Souza is not looking right now.'))
      .toBeVisible();
    driven.connection.change('interrupted');
    await expect.element(status).toHaveTextContent('Reconnecting…');
  });

  it('is there once, and stays when the toolbar is collapsed', async () => {
    const driven = await showJoined();
    const before = status.element();
    driven.collapse();
    await expect.element(expand).toBeVisible();
    expect(status.element().textContent).toBe(before.textContent);
    expect(status.elements()).toHaveLength(1);
  });
});

describe('the buttons', () => {
  it('are in a toolbar that has a name', async () => {
    await showJoined();
    const toolbar = page.getByRole('toolbar', { name: 'Support session' });
    await expect.element(toolbar).toBeVisible();
    expect(toolbar.getByRole('button').elements()).toHaveLength(5);
  });

  it('stop sharing only while something is shared', async () => {
    const driven = await showJoined();
    await expect.element(stop).toBeDisabled();
    await driven.sharing();
    await stop.click();
    expect(driven.screen.isStopped).toBe(true);
    await expect.element(stop).toBeDisabled();
  });

  it('keep the focus in the toolbar when the one that had it is switched off', async () => {
    const driven = await showJoined();
    await driven.sharing();
    await stop.click();
    await expect.element(stop).toBeDisabled();
    expect(page.getByRole('toolbar').element().contains(focusedElement())).toBe(true);
  });

  it('ask for the end', async () => {
    const { toolbar } = await showJoined();
    let requests = 0;
    toolbar.addEventListener('deskside-end-request', () => requests++);
    await end.click();
    expect(requests).toBe(1);
  });
});

describe('the keyboard', () => {
  it('stops at the toolbar once, and goes through it with arrow keys', async () => {
    const driven = await showJoined();
    await driven.sharing();
    await userEvent.keyboard('{Tab}');
    const order = [move, collapse, stop, chat, end];
    for (const item of [...order, move]) {
      expect(focusedElement()).toBe(item.element());
      await userEvent.keyboard('{ArrowRight}');
    }
    await userEvent.keyboard('{End}');
    expect(focusedElement()).toBe(end.element());
    await userEvent.keyboard('{ArrowLeft}{Tab}{Shift>}{Tab}{/Shift}');
    expect(focusedElement()).toBe(chat.element());
    await userEvent.keyboard('{Home}');
    expect(focusedElement()).toBe(move.element());
  });

  it('leaves out what is switched off', async () => {
    await showJoined();
    await userEvent.keyboard('{Tab}{ArrowRight}{ArrowRight}');
    expect(focusedElement()).toBe(chat.element());
  });
});

describe('the chat', () => {
  it('opens and closes, says which it is, and gets the focus when it was asked for', async () => {
    await showJoined();
    await expect.element(chat).toHaveAttribute('aria-expanded', 'false');
    await chat.click();
    await expect.element(chat).toHaveAttribute('aria-expanded', 'true');
    const field = page.getByRole('textbox', { name: 'Message' });
    await expect.poll(focusedElement).toBe(field.element());
    await chat.click();
    await expect.element(chat).toHaveAttribute('aria-expanded', 'false');
    await expect.element(field).not.toBeInTheDocument();
  });

  it('opens for a message without taking the focus', async () => {
    const driven = await showJoined();
    end.element().focus();
    driven.hear('Hello');
    await expect.element(page.getByRole('log')).toHaveTextContent('Hello');
    expect(focusedElement()).toBe(end.element());
  });

  it('tells of unread messages in its description', async () => {
    const driven = await showJoined();
    const { toolbar } = driven;
    const { chat: log } = driven.session.state.value;
    toolbar.state = { ...driven.session.state.value, chat: { ...log, unreadCount: 3 } };
    await expect.element(chat).toHaveAccessibleDescription('3 unread messages');
  });

  it('says when what is typed can be seen', async () => {
    const driven = await showJoined();
    driven.session.setChatOpen(true);
    const notice = page.getByText('Ana Souza can see what you type.');
    await expect.element(notice).not.toBeInTheDocument();
    await driven.sharing('monitor');
    await expect.element(notice).toBeVisible();
  });

  it('keeps what was typed while the toolbar is collapsed', async () => {
    const driven = await showJoined();
    driven.session.setChatOpen(true);
    await page.getByRole('textbox', { name: 'Message' }).fill('half a sen');
    await collapse.click();
    await expand.click();
    await chat.click();
    await expect.element(page.getByRole('textbox', { name: 'Message' })).toHaveValue('half a sen');
  });
});

describe('collapsed', () => {
  it('is one button with the fact, the time and what is unread', async () => {
    const driven = await showJoined();
    await driven.sharing();
    await collapse.click();
    driven.hear('Are you there?');
    await expect.element(expand).toHaveTextContent(/Visible\s*1/);
    await expect.element(expand.getByRole('timer')).toHaveTextContent(/^04:1\d$/);
    expect(page.getByRole('toolbar').getByRole('button').elements()).toHaveLength(1);
    expect(focusedElement()).toBe(expand.element());
  });

  it('comes back whole, with the chat open when there was something unread', async () => {
    const driven = await showJoined();
    driven.collapse().hear('Are you there?');
    await expand.click();
    await expect.element(page.getByRole('log')).toHaveTextContent('Are you there?');
    expect(page.getByRole('toolbar').element().contains(focusedElement())).toBe(true);
  });
});

describe('a problem', () => {
  it('is said with what to do and its code, until it is dismissed', async () => {
    const { toolbar } = await showJoined();
    toolbar.problem = 'screen-picker-dismissed';
    await expect
      .element(page.getByText(/Your screen is not shared.*Ana Souza can ask again\./))
      .toBeVisible();
    await expect.element(page.getByText('Code: screen-picker-dismissed')).toBeVisible();
    let requests = 0;
    toolbar.addEventListener('deskside-dismiss-request', () => requests++);
    await button('Dismiss').click();
    expect(requests).toBe(1);
  });
});

describe('moving', () => {
  it('by dragging the header follows the pointer and stays inside the window', async () => {
    const { toolbar } = await showJoined();
    const before = place(toolbar);
    const name = page.getByText('ACME Support').element();
    drag(name, { x: -200, y: -100 });
    expect(place(toolbar)).toEqual({ x: before.x - 200, y: before.y - 100 });
    drag(name, { x: -5_000, y: -5_000 });
    const { left, top } = toolbar.getBoundingClientRect();
    expect([Math.round(left), Math.round(top)]).toEqual([8, 8]);
  });

  it('does not begin on a button', async () => {
    const { toolbar } = await showJoined();
    const before = place(toolbar);
    drag(collapse.element(), { x: -200, y: -100 });
    expect(place(toolbar)).toEqual(before);
  });

  it('by keyboard begins and ends with its button, and Escape puts it back', async () => {
    const { toolbar } = await showJoined();
    const before = place(toolbar);
    await userEvent.keyboard('{Tab}');
    expect(focusedElement()).toBe(move.element());
    await userEvent.keyboard('{Enter}{ArrowLeft}{ArrowUp}{ArrowUp}');
    await expect.element(move).toHaveAttribute('aria-pressed', 'true');
    expect(place(toolbar)).toEqual({ x: before.x - 24, y: before.y - 48 });
    await userEvent.keyboard('{Escape}');
    expect(place(toolbar)).toEqual(before);
    await expect.element(move).toHaveAttribute('aria-pressed', 'false');
    await userEvent.keyboard('{ArrowRight}');
    expect(focusedElement()).toBe(collapse.element());
  });

  it('leaves it inside of a window that becomes smaller', async () => {
    const { toolbar } = await showJoined();
    drag(page.getByText('ACME Support').element(), { x: -800, y: -500 });
    await page.viewport(600, 500);
    await expect
      .poll(() => {
        const { left, top, right, bottom } = toolbar.getBoundingClientRect();
        return left >= 8 && top >= 8 && right <= 592 && bottom <= 492;
      })
      .toBe(true);
  });

  it('is not offered on a narrow screen, where it is a sheet over the whole width', async () => {
    await page.viewport(360, 700);
    const { toolbar } = await showJoined();
    await expect.element(collapse).toBeVisible();
    await expect.element(move).not.toBeInTheDocument();
    const { left, right, bottom } = toolbar.getBoundingClientRect();
    expect([left, right, bottom]).toEqual([0, 360, 700]);
  });
});
