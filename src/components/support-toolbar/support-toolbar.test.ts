import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { customerWords } from '../../i18n/en/customer.ts';
import { customerWords as portuguese } from '../../i18n/pt-br/customer.ts';
import { focusedElement, objectionsToElement, preferScheme } from '../accessibility-check.ts';
import { operatingSystem } from '../operating-system.ts';
import {
  button,
  change,
  chat,
  collapse,
  end,
  expand,
  files,
  move,
  pause,
  resume,
  showJoined,
  status,
  stop,
} from './toolbar-fixture.ts';

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
    driven.connection.change({ status: 'interrupted', cause: 'line' });
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
    expect(toolbar.getByRole('button').elements()).toHaveLength(8);
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

it('says where the system allows capture, when the system forbade it', async () => {
  const { toolbar } = await showJoined();
  toolbar.problem = 'screen-denied-by-system';
  await expect
    .element(page.getByText(customerWords.session.allowCapture[operatingSystem()], { exact: false }))
    .toBeVisible();
});

describe('what is shared', () => {
  it('is paused and resumed, and it is said which it is', async () => {
    const driven = await showJoined();
    await expect.element(pause).not.toBeInTheDocument();
    await driven.sharing();
    await pause.click();
    await expect.element(status).toHaveTextContent('Ana Souza cannot see your screen');
    await expect.element(page.getByText('You paused sharing.', { exact: false })).toBeVisible();
    await resume.click();
    await expect.element(status).toHaveTextContent('Ana Souza can see your screen');
    await expect.element(pause).toBeVisible();
  });

  it('is changed by opening the picker once', async () => {
    const driven = await showJoined();
    await driven.sharing();
    await change.click();
    await change.click();
    expect(driven.capture.pickersOpened).toBe(2);
    await expect.element(page.getByText('Choose what to share', { exact: false })).toBeVisible();
  });

  it('has buttons that fit, in the longer language', async () => {
    const driven = await showJoined();
    await driven.sharing();
    const { toolbar } = driven;
    toolbar.words = portuguese;
    await toolbar.updateComplete;
    const actions = toolbar.renderRoot.querySelector('.actions');
    for (const item of actions?.querySelectorAll('button') ?? []) {
      expect(item.scrollWidth).toBeLessThanOrEqual(item.clientWidth);
    }
    expect(actions?.scrollWidth).toBe(actions?.clientWidth);
    expect(actions?.querySelectorAll('button')).toHaveLength(8);
  });
});

describe('the keyboard', () => {
  it('stops at the toolbar once, and goes through it with arrow keys', async () => {
    const driven = await showJoined();
    await driven.sharing();
    await userEvent.keyboard('{Tab}');
    const order = [
      move,
      collapse,
      stop,
      pause,
      change,
      chat,
      files,
      end,
      button('Stop everything'),
      button('Report this session…'),
    ];
    for (const item of [...order, move]) {
      expect(focusedElement()).toBe(item.element());
      await userEvent.keyboard('{ArrowRight}');
    }
    await userEvent.keyboard('{End}');
    expect(focusedElement()).toBe(button('Report this session…').element());
    await userEvent.keyboard('{ArrowLeft}{Tab}{Shift>}{Tab}{/Shift}');
    expect(focusedElement()).toBe(button('Stop everything').element());
    await userEvent.keyboard('{Home}');
    expect(focusedElement()).toBe(move.element());
  });

  it('turns the arrows round where lines run from right to left', async () => {
    document.body.dir = 'rtl';
    await showJoined();
    await userEvent.keyboard('{Tab}{ArrowLeft}');
    expect(focusedElement()).toBe(collapse.element());
    await userEvent.keyboard('{ArrowRight}');
    expect(focusedElement()).toBe(move.element());
    document.body.dir = '';
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
