import { LitElement } from 'lit';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { DwellController, type DwellTimer } from './dwell-controller.ts';

/** A timer that a test runs by hand. */
class ManualTimer implements DwellTimer {
  #nowMs = 0;
  #due: { atMs: number; callback: () => void }[] = [];

  after(delayMs: number, callback: () => void): () => void {
    const entry = { atMs: this.#nowMs + delayMs, callback };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((other) => other !== entry);
    };
  }

  pass(ms: number): void {
    const untilMs = this.#nowMs + ms;
    for (;;) {
      const next = this.#due.find(({ atMs }) => atMs <= untilMs);
      if (next === undefined) break;
      this.#due = this.#due.filter((other) => other !== next);
      this.#nowMs = next.atMs;
      next.callback();
    }
    this.#nowMs = untilMs;
  }
}

class DwellHost extends LitElement {
  readonly timer = new ManualTimer();
  readonly dwell = new DwellController(this, { timer: this.timer });
}
customElements.define('dwell-host', DwellHost);

/** What the document says about the person's attention. */
const attention = { isVisible: true, isFocused: true };

function show(): DwellHost {
  attention.isVisible = true;
  attention.isFocused = true;
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (attention.isVisible ? 'visible' : 'hidden'),
  });
  Object.defineProperty(document, 'hasFocus', { configurable: true, value: () => attention.isFocused });
  const host = new DwellHost();
  host.style.cssText = 'display: block; height: 40px';
  document.body.append(host);
  return host;
}

function focus(isFocused: boolean): void {
  attention.isFocused = isFocused;
  dispatchEvent(new Event(isFocused ? 'focus' : 'blur'));
}

function setVisible(isVisible: boolean): void {
  attention.isVisible = isVisible;
  document.dispatchEvent(new Event('visibilitychange'));
}

afterEach(() => {
  document.body.replaceChildren();
  Reflect.deleteProperty(document, 'visibilityState');
  Reflect.deleteProperty(document, 'hasFocus');
});

/** A real click into the middle of it, as Playwright makes them. */
async function click(host: DwellHost): Promise<Event> {
  const clicked = new Promise<Event>((resolve) => host.addEventListener('click', resolve, { once: true }));
  await userEvent.click(host);
  return clicked;
}

describe('a press', () => {
  it('of a person is admitted once there was time', async () => {
    const host = show();
    host.dwell.start(700);
    const press = await click(host);
    expect(host.dwell.admits(press)).toBe(false);
    host.timer.pass(700);
    expect(host.dwell.admits(press)).toBe(true);
  });

  it('that nobody made is not admitted', () => {
    const { dwell, timer } = show();
    dwell.start(700);
    timer.pass(700);
    expect(dwell.admits(new MouseEvent('click'))).toBe(false);
  });

  it('on what has just become invisible is not admitted', async () => {
    const host = show();
    const press = await click(host);
    host.dwell.start(700);
    host.timer.pass(700);
    host.style.opacity = '0';
    expect(host.dwell.admits(press)).toBe(false);
    host.style.opacity = '1';
    expect(host.dwell.admits(press)).toBe(false);
  });
});

describe('dwelling', () => {
  it('is done after the time, and not before', () => {
    const { dwell, timer } = show();
    dwell.start(700);
    timer.pass(699);
    expect(dwell.isDone).toBe(false);
    timer.pass(1);
    expect(dwell.isDone).toBe(true);
  });

  it('does not begin before the document has the focus', () => {
    const { dwell, timer } = show();
    focus(false);
    dwell.start(700);
    timer.pass(5_000);
    expect(dwell.isDone).toBe(false);
    focus(true);
    timer.pass(700);
    expect(dwell.isDone).toBe(true);
  });

  it.each([
    ['the focus was elsewhere', focus],
    ['the document was hidden', setVisible],
  ])('begins anew after %s', (_, attend) => {
    const { dwell, timer } = show();
    dwell.start(700);
    timer.pass(600);
    attend(false);
    attend(true);
    timer.pass(600);
    expect(dwell.isDone).toBe(false);
    timer.pass(100);
    expect(dwell.isDone).toBe(true);
  });

  it('has to be done again when the person looked away afterwards', () => {
    const { dwell, timer } = show();
    dwell.start(700);
    timer.pass(700);
    focus(false);
    expect(dwell.isDone).toBe(false);
    focus(true);
    timer.pass(700);
    expect(dwell.isDone).toBe(true);
  });

  it.each<[string, (style: CSSStyleDeclaration) => void]>([
    ['not there', (style) => (style.display = 'none')],
    ['transparent', (style) => (style.opacity = '0')],
    ['hidden', (style) => (style.visibility = 'hidden')],
    ['of no size', (style) => (style.height = '0')],
  ])('begins anew after it was %s', (_, hide) => {
    const { dwell, timer, style } = show();
    dwell.start(700);
    timer.pass(600);
    hide(style);
    timer.pass(5_000);
    expect(dwell.isDone).toBe(false);
    style.cssText = 'display: block; height: 40px';
    timer.pass(600);
    expect(dwell.isDone).toBe(false);
    timer.pass(200);
    expect(dwell.isDone).toBe(true);
  });

  it('begins anew in another document', () => {
    const host = show();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const other = frame.contentDocument;
    if (other === null) throw new Error('the frame has no document');
    Object.defineProperty(other, 'hasFocus', { value: () => attention.isFocused });
    host.dwell.start(700);
    host.timer.pass(700);
    other.body.append(host);
    expect(host.ownerDocument).toBe(other);
    expect(host.dwell.isDone).toBe(false);
    host.timer.pass(600);
    expect(host.dwell.isDone).toBe(false);
    host.timer.pass(100);
    expect(host.dwell.isDone).toBe(true);
    attention.isFocused = false;
    frame.contentWindow?.dispatchEvent(new Event('blur'));
    expect(host.dwell.isDone).toBe(false);
  });

  it('of no time is done at once', () => {
    const { dwell } = show();
    dwell.start(0);
    expect(dwell.isDone).toBe(true);
  });

  it('that was stopped is never done', () => {
    const { dwell, timer } = show();
    dwell.start(700);
    dwell.stop();
    focus(true);
    timer.pass(5_000);
    expect(dwell.isDone).toBe(false);
  });

  it('ends with its element', () => {
    const host = show();
    host.dwell.start(700);
    host.remove();
    host.timer.pass(5_000);
    expect(host.dwell.isDone).toBe(false);
  });
});
