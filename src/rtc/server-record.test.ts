import { describe, expect, it } from 'vitest';
import { DesksideError } from '../protocol/deskside-error.ts';
import { FakeTimer } from '../session/timer.fake.ts';
import { insistingRecord } from './server-record.ts';

const MINUTE_MS = 60_000;
const unreachable = () => new DesksideError('server-unreachable');

/** A record whose server answers as told: an error for each try, then none. */
function setUp(answers: (Error | null)[], random = () => 0.999_999) {
  const timer = new FakeTimer();
  const said: string[] = [];
  const record = insistingRecord(
    async (what) => {
      said.push(what);
      const answer = answers.shift();
      if (answer) throw answer;
    },
    timer,
    random,
  );
  /** Lets time pass, and whatever was started by it come to its end. */
  const elapse = async (ms: number) => {
    timer.elapse(ms);
    for (let i = 0; i < 10; i++) await null;
  };
  return { said, record, elapse };
}

describe('the record of a session', () => {
  it('is said once to a server that listens', async () => {
    const { record, said, elapse } = setUp([]);
    await record.markJoined();
    await record.markEnded();
    await elapse(60 * MINUTE_MS);
    expect(said).toEqual(['joined', 'end']);
  });

  it('is said again, ever more slowly, while the server is away or busy', async () => {
    const busy = new DesksideError('server-busy');
    const { record, said, elapse } = setUp([unreachable(), busy, unreachable(), busy, busy, busy, busy]);
    const ended = record.markEnded();
    await elapse(0);
    for (const [index, seconds] of [1, 2, 4, 8, 16, 30, 30].entries()) {
      await elapse(seconds * 1_000 - 1);
      expect(said).toHaveLength(index + 1);
      await elapse(1);
      expect(said).toHaveLength(index + 2);
    }
    await ended;
    await elapse(60 * MINUTE_MS);
    expect(said).toEqual(Array(8).fill('end'));
  });

  it('is not said again by everybody at the same moment', async () => {
    const { record, said, elapse } = setUp([unreachable()], () => 0);
    const joined = record.markJoined();
    await elapse(0);
    await elapse(499);
    expect(said).toHaveLength(1);
    await elapse(1);
    expect(said).toHaveLength(2);
    await joined;
  });

  it.each(['session-ended', 'sign-in-refused', 'server-response-invalid'] as const)(
    'is not said again after %s',
    async (code) => {
      const { record, said, elapse } = setUp([new DesksideError(code)]);
      await record.markEnded();
      await elapse(60 * MINUTE_MS);
      expect(said).toEqual(['end']);
    },
  );

  it('is given up after twenty minutes, without an error', async () => {
    const { record, said, elapse } = setUp(Array.from({ length: 1_000 }, unreachable));
    const ended = record.markEnded();
    for (let i = 0; i < 20 * 60; i++) await elapse(1_000);
    await ended;
    const count = said.length;
    expect(count).toBeGreaterThan(40);
    await elapse(60 * MINUTE_MS);
    expect(said).toHaveLength(count);
  });

  it('is given up although the last try is still under way then', async () => {
    const timer = new FakeTimer();
    let fail: (error: Error) => void = () => {};
    let tries = 0;
    const say = () => {
      tries += 1;
      return new Promise<void>((_, reject) => {
        fail = reject;
      });
    };
    const ended = insistingRecord(say, timer, Math.random).markEnded();
    timer.elapse(20 * MINUTE_MS);
    await ended;
    fail(unreachable());
    for (let i = 0; i < 10; i++) await null;
    timer.elapse(60 * MINUTE_MS);
    expect(tries).toBe(1);
  });
});
