import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { countingRandom } from './testing/counting-random.ts';
import { ManualClock } from './testing/manual-clock.ts';
import { TICKET_KEY_BYTES, TICKET_LIFETIME_S, type Ticket, Tickets } from './tickets.ts';

const TICKET: Ticket = { sessionId: 'ab'.repeat(16), role: 'customer', generation: 2 };

function setUp() {
  const random = countingRandom();
  const clock = new ManualClock();
  const [key, otherKey] = [random(TICKET_KEY_BYTES), random(TICKET_KEY_BYTES)];
  return { clock, key, tickets: new Tickets(key, clock), others: new Tickets(otherKey, clock) };
}

/** The claims of a ticket that is good, to be changed. */
function claims(clock: ManualClock): Record<string, unknown> {
  const nowS = Math.floor(clock.now() / 1000);
  const { sessionId: sid, role: sub, generation: gen } = TICKET;
  return { sub, sid, gen, aud: 'deskside-session', iat: nowS, exp: nowS + 60 };
}

function signed(
  key: Uint8Array,
  payload: Record<string, unknown>,
  header: Record<string, unknown> = {},
): Promise<string> {
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'HS256', typ: 'deskside-ticket+jwt', ...header })
    .sign(key);
}

describe('a ticket', () => {
  it('says what was written, in letters that fit into an address', async () => {
    const { tickets } = setUp();
    const text = await tickets.write(TICKET);
    expect(text).toMatch(/^[\w.-]{16,512}$/);
    expect(await tickets.read(text)).toEqual(TICKET);
    const own: Ticket = { sessionId: 'cd'.repeat(16), role: 'technician', generation: 0 };
    expect(await tickets.read(await tickets.write(own))).toEqual(own);
  });

  it('is good for an hour, and after that for what an old one is enough for', async () => {
    const { tickets, clock } = setUp();
    const text = await tickets.write(TICKET);
    clock.advance(TICKET_LIFETIME_S * 1000 - 1000);
    expect(await tickets.read(text)).toEqual(TICKET);
    clock.advance(1000);
    await expect(tickets.read(text)).rejects.toMatchObject({ code: 'sign-in-required' });
    clock.advance(365 * 24 * 60 * 60 * 1000);
    expect(await tickets.readOld(text)).toEqual(TICKET);
  });

  it('is worth nothing to a server with another key, old or not', async () => {
    const { tickets, others } = setUp();
    const text = await others.write(TICKET);
    for (const reading of [tickets.read(text), tickets.readOld(text)]) {
      await expect(reading).rejects.toMatchObject({ code: 'sign-in-refused' });
    }
  });
});

describe('a forged ticket is refused', () => {
  it.each<[string, (parts: ReturnType<typeof setUp>) => Promise<string> | string]>([
    ['without a signature', ({ clock }) => new UnsecuredJWT(claims(clock)).encode()],
    [
      'that says that it needs none',
      async ({ tickets }) => {
        const [, payload] = (await tickets.write(TICKET)).split('.');
        return `${Buffer.from('{"alg":"none","typ":"deskside-ticket+jwt"}').toString('base64url')}.${payload}.`;
      },
    ],
    [
      'with changed claims',
      async ({ tickets, clock }) => {
        const [header, , signature] = (await tickets.write(TICKET)).split('.');
        const payload = { ...claims(clock), sub: 'technician', gen: 0 };
        return `${header}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.${signature}`;
      },
    ],
    ['by another algorithm', ({ clock, key }) => signed(key, claims(clock), { alg: 'HS512' })],
    ['of another kind', ({ clock, key }) => signed(key, claims(clock), { typ: 'JWT' })],
    ['for another purpose', ({ clock, key }) => signed(key, { ...claims(clock), aud: 'deskside-invite' })],
    ['without an end', ({ clock, key }) => signed(key, { ...claims(clock), exp: undefined })],
    ['for another role', ({ clock, key }) => signed(key, { ...claims(clock), sub: 'operator' })],
    ['without a session', ({ clock, key }) => signed(key, { ...claims(clock), sid: undefined })],
    ['for half a generation', ({ clock, key }) => signed(key, { ...claims(clock), gen: 0.5 })],
    [
      'signed by hand with the text of the key',
      ({ clock, key }) => {
        const text = [{ alg: 'HS256', typ: 'deskside-ticket+jwt' }, claims(clock)]
          .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
          .join('.');
        const wrongKey = Buffer.from(key).toString('base64url');
        return `${text}.${createHmac('sha256', wrongKey).update(text).digest('base64url')}`;
      },
    ],
  ])('%s', async (_, forge) => {
    const parts = setUp();
    const text = await forge(parts);
    for (const reading of [parts.tickets.read(text), parts.tickets.readOld(text)]) {
      await expect(reading).rejects.toMatchObject({ code: 'sign-in-refused' });
    }
  });

  it('that is any other text, or one of ours with one letter changed', async () => {
    const { tickets } = setUp();
    const text = await tickets.write(TICKET);
    const changed = fc
      .tuple(fc.nat(text.length - 2), fc.constantFrom('A', 'B', '.', '_', ' ', '='))
      .map(([at, letter]) => text.slice(0, at) + letter + text.slice(at + 1))
      .filter((other) => other !== text);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), changed), async (other) => {
        await expect(tickets.readOld(other)).rejects.toMatchObject({ code: 'sign-in-refused' });
      }),
      { seed: 20_250_101, numRuns: 500 },
    );
  });
});
