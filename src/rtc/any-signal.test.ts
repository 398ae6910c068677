import { describe, expect, it } from 'vitest';
import { anySignal } from './any-signal.ts';

describe('a signal for several', () => {
  it('is aborted with the first of them, for its reason', () => {
    const [one, two] = [new AbortController(), new AbortController()];
    const any = anySignal(one.signal, two.signal);
    expect(any.aborted).toBe(false);
    two.abort('second');
    one.abort('first');
    expect(any.reason).toBe('second');
  });

  it('is aborted from the start when one of them is', () => {
    const any = anySignal(new AbortController().signal, AbortSignal.abort('before'));
    expect(any.reason).toBe('before');
  });
});
