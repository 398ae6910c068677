import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { focusedElement } from '../accessibility-check.ts';
import type { SupportToolbar } from './support-toolbar.ts';
import { collapse, move, showJoined } from './toolbar-fixture.ts';

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
