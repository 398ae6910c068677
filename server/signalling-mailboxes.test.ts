import { describe, expect, it } from 'vitest';
import { type MailboxLimits, SignallingMailboxes } from './signalling-mailboxes.ts';
import { ManualClock } from './testing/manual-clock.ts';

const LIMITS: MailboxLimits = { maxFrames: 3, maxLength: 100, maxTotalLength: 150, ttlMs: 5_000 };

function setUp() {
  const clock = new ManualClock();
  return { clock, mailboxes: new SignallingMailboxes(LIMITS, clock) };
}

const frame = (receiver: string, text: string) => ({ sender: 'sender', receiver, isOffer: false, text });

describe('a mailbox', () => {
  it('gives its frames back once, in order', () => {
    const { mailboxes } = setUp();
    for (const text of ['1', '2', '3']) expect(mailboxes.put(frame('a', text))).toBe(true);
    expect(mailboxes.take('a').map(({ text }) => text)).toEqual(['1', '2', '3']);
    expect(mailboxes.take('a')).toEqual([]);
  });

  it('is bounded in frames and in length', () => {
    const { mailboxes } = setUp();
    expect(mailboxes.put(frame('a', 'x'.repeat(101)))).toBe(false);
    expect(mailboxes.put(frame('a', 'x'.repeat(100)))).toBe(true);
    expect(mailboxes.put(frame('a', 'x'))).toBe(false);
    for (const text of ['1', '2', '3']) expect(mailboxes.put(frame('b', text))).toBe(true);
    expect(mailboxes.put(frame('b', '4'))).toBe(false);
  });

  it('shares one bound with all others, and makes room when it is emptied', () => {
    const { mailboxes, clock } = setUp();
    expect(mailboxes.put(frame('a', 'x'.repeat(100)))).toBe(true);
    expect(mailboxes.put(frame('b', 'x'.repeat(51)))).toBe(false);
    mailboxes.take('a');
    expect(mailboxes.put(frame('b', 'x'.repeat(100)))).toBe(true);
    clock.advance(5_000);
    mailboxes.takeExpired();
    expect(mailboxes.put(frame('c', 'x'.repeat(100)))).toBe(true);
  });

  it('gives up each frame after its own five seconds', () => {
    const { mailboxes, clock } = setUp();
    mailboxes.put(frame('a', 'early'));
    clock.advance(3_000);
    mailboxes.put(frame('a', 'late'));
    clock.advance(2_000);
    expect(mailboxes.takeExpired().map(({ text }) => text)).toEqual(['early']);
    expect(mailboxes.take('a').map(({ text }) => text)).toEqual(['late']);
  });

  it('never delivers what is too old, even where nobody swept', () => {
    const { mailboxes, clock } = setUp();
    mailboxes.put(frame('a', 'old'));
    clock.advance(5_000);
    expect(mailboxes.take('a')).toEqual([]);
  });
});
