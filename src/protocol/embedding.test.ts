import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSupportMessage, SUPPORT_EVENTS, SUPPORT_PHASES, type SupportMessage } from './embedding.ts';

const state = { phase: 'connected', technician: 'Ana Souza', isScreenVisible: true, unreadCount: 2 };
const said = { deskside: 1, state, event: null };
const event = { name: 'deskside-session-end', detail: { by: 'technician', durationMs: 252_000 } };

describe('a message of the support window', () => {
  it('is read', () => {
    expect(decodeSupportMessage(said)).toEqual(said);
    expect(decodeSupportMessage({ ...said, event })).toEqual({ ...said, event });
  });

  it('loses what is not part of it', () => {
    const longer = { ...said, state: { ...state, secret: 'x' }, more: 1 };
    expect(decodeSupportMessage(longer)).toEqual(said);
  });

  it.each([
    ['no message', undefined],
    ['a text', 'deskside'],
    ['a list', [said]],
    ['another program’s', { type: 'webpackOk' }],
    ['of another version', { ...said, deskside: 2 }],
    ['without a state', { ...said, state: null }],
    ['in an unknown phase', { ...said, state: { ...state, phase: '__proto__' } }],
    ['with an empty name', { ...said, state: { ...state, technician: '' } }],
    ['with an endless name', { ...said, state: { ...state, technician: 'x'.repeat(81) } }],
    ['with a visible screen that is neither', { ...said, state: { ...state, isScreenVisible: 'no' } }],
    ['with a negative number of messages', { ...said, state: { ...state, unreadCount: -1 } }],
    ['with part of a message', { ...said, state: { ...state, unreadCount: 0.5 } }],
    ['without an event', { deskside: 1, state }],
    ['of an unknown event', { ...said, event: { ...event, name: 'click' } }],
    ['with a nested detail', { ...said, event: { ...event, detail: { by: {} } } }],
    ['with a detail that is no number', { ...said, event: { ...event, detail: { durationMs: Number.NaN } } }],
    ['with a long detail', { ...said, event: { ...event, detail: { by: 'x'.repeat(65) } } }],
    ['with an odd name of a detail', { ...said, event: { ...event, detail: { __proto__x: 1 } } }],
    [
      'with many details',
      {
        ...said,
        event: { ...event, detail: Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`a${i}`, 1])) },
      },
    ],
  ])('%s is none', (_what, data) => {
    expect(decodeSupportMessage(data)).toBeNull();
  });

  it('comes out of structured cloning as it went in, whatever it says', () => {
    const message: fc.Arbitrary<SupportMessage> = fc.record({
      deskside: fc.constant(1 as const),
      state: fc.record({
        phase: fc.constantFrom(...SUPPORT_PHASES),
        technician: fc.option(fc.string({ minLength: 1, maxLength: 80 })),
        isScreenVisible: fc.boolean(),
        unreadCount: fc.nat(),
      }),
      event: fc.option(
        fc.record({
          name: fc.constantFrom(...SUPPORT_EVENTS),
          detail: fc.dictionary(
            fc.stringMatching(/^[a-z]\w{0,10}$/),
            fc.oneof(
              fc.string({ minLength: 1, maxLength: 64 }),
              fc.integer(),
              fc.boolean(),
              fc.constant(null),
            ),
            { maxKeys: 8 },
          ),
        }),
      ),
    });
    fc.assert(
      fc.property(message, (whole) => {
        expect(decodeSupportMessage(structuredClone(whole))).toEqual({
          ...whole,
          event: whole.event && { ...whole.event, detail: { ...whole.event.detail } },
        });
      }),
    );
  });

  it('never throws at anything', () => {
    fc.assert(fc.property(fc.anything(), (data) => void decodeSupportMessage(data)));
  });
});
