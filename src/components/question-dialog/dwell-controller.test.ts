import { LitElement } from 'lit';
import { afterEach, describe, expect, it } from 'vitest';
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
    this.#nowMs += ms;
    const due = this.#due.filter(({ atMs }) => atMs <= this.#nowMs);
    this.#due = this.#due.filter(({ atMs }) => atMs > this.#nowMs);
    for (const { callback } of due) callback();
  }
}

class DwellHost extends LitElement {
  readonly timer = new ManualTimer();
  readonly dwell = new DwellController(this, this.timer);
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
