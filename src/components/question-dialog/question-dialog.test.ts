import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { focusedElement, objectionsToElement, preferScheme } from '../accessibility-check.ts';
import type { QuestionDialog } from './question-dialog.ts';
import './question-dialog.ts';

const dialog = page.getByRole('dialog', { name: 'End session?' });
const yes = page.getByRole('button', { name: 'Yes' });
const no = page.getByRole('button', { name: 'No' });

/** Longer than any test lasts. */
const LONG_MS = 600_000;

async function show(properties: Partial<QuestionDialog> = {}): Promise<QuestionDialog> {
  const element = document.createElement('deskside-question-dialog');
  Object.assign(element, { heading: 'End session?', yes: 'Yes', no: 'No', ...properties });
  document.body.append(element);
  await element.updateComplete;
  element.isOpen = true;
  await element.updateComplete;
  return element;
}

function answers(element: QuestionDialog): boolean[] {
  const heard: boolean[] = [];
  element.addEventListener('deskside-answer', (event) =>
    heard.push((event as CustomEvent<{ isYes: boolean }>).detail.isYes),
  );
  return heard;
}

beforeEach(() => page.viewport(800, 600));
afterEach(() => document.body.replaceChildren());

it.each(['light', 'dark'] as const)('has nothing that axe objects to, in the %s scheme', async (scheme) => {
  await preferScheme(scheme);
  await show({ body: 'The connection is closed.', isYesDanger: true });
  expect(await objectionsToElement()).toEqual([]);
});

describe('the question', () => {
  it('is a dialog named by its heading and described by its body', async () => {
    await show({ body: 'The connection is closed.' });
    await expect.element(dialog).toBeVisible();
    await expect.element(dialog).toHaveAccessibleDescription('The connection is closed.');
  });

  it('has two answers of the same size', async () => {
    await show({ yes: 'Yes', no: 'No, not at all' });
    const [first, second] = [yes.element(), no.element()].map((button) => button.getBoundingClientRect());
    expect([first?.width, first?.height]).toEqual([second?.width, second?.height]);
  });

  it('closes when its owner says so, and gives the focus back', async () => {
    const opener = document.createElement('button');
    document.body.append(opener);
    opener.focus();
    const element = await show();
    expect(document.activeElement).not.toBe(opener);
    element.isOpen = false;
    await expect.element(dialog).not.toBeInTheDocument();
    expect(document.activeElement).toBe(opener);
  });

  it('is asked again after it came back into the document', async () => {
    const element = await show();
    element.remove();
    document.body.append(element);
    await expect.element(dialog).toBeVisible();
  });
});

describe('an answer', () => {
  it('of Yes is given within the very click', async () => {
    const element = await show();
    const heard = answers(element);
    let wasHeardInClick = false;
    document.addEventListener(
      'click',
      () => {
        wasHeardInClick = heard.length === 1;
      },
      { once: true },
    );
    await yes.click();
    expect(heard).toEqual([true]);
    expect(wasHeardInClick).toBe(true);
  });

  it('of No is given by its button', async () => {
    const heard = answers(await show());
    await no.click();
    expect(heard).toEqual([false]);
  });

  it('of No is given by Escape, and the owner closes it', async () => {
    const element = await show();
    const heard = answers(element);
    await userEvent.keyboard('{Escape}');
    expect(heard).toEqual([false]);
    await expect.element(dialog).toBeVisible();
  });

  it('of No is where the focus is, when there is no hurry to be protected from', async () => {
    await show();
    await expect.poll(focusedElement).toBe(no.element());
  });
});

describe('a question that must have been seen for a while', () => {
  it('cannot be answered at once, by button or by a key meant for something else', async () => {
    const element = await show({ dwellMs: LONG_MS });
    const heard = answers(element);
    await expect.element(yes).toBeDisabled();
    await expect.element(no).toBeDisabled();
    await userEvent.keyboard('{Enter} ');
    expect(heard).toEqual([]);
  });

  it('can be refused by Escape all the time', async () => {
    const heard = answers(await show({ dwellMs: LONG_MS }));
    await userEvent.keyboard('{Escape}');
    expect(heard).toEqual([false]);
  });

  it('cannot be answered by a click that no person made', async () => {
    const heard = answers(await show({ dwellMs: 50 }));
    await expect.element(yes).toBeEnabled();
    for (const button of [yes, no]) (button.element() as HTMLElement).click();
    expect(heard).toEqual([]);
  });

  it('says whom it is about', async () => {
    await show({ who: 'Ana Souza · ACME Support', body: 'You can stop at any time.', dwellMs: 50 });
    await expect
      .element(dialog)
      .toHaveAccessibleDescription('Ana Souza · ACME Support You can stop at any time.');
  });

  it('can be answered after that while', async () => {
    const heard = answers(await show({ dwellMs: 50 }));
    await expect.element(yes).toBeEnabled();
    await yes.click();
    expect(heard).toEqual([true]);
  });

  it('counts anew when it is asked anew', async () => {
    const element = await show({ dwellMs: 50 });
    await expect.element(yes).toBeEnabled();
    element.isOpen = false;
    await element.updateComplete;
    element.dwellMs = LONG_MS;
    element.isOpen = true;
    await element.updateComplete;
    await expect.element(yes).toBeDisabled();
  });
});
