// Claims on a session in a real browser, whose locks do not care which page asks.

import { describe, expect, it } from 'vitest';
import { claimSession, takeSession } from './session-claim.ts';

let count = 0;
const newName = () => `deskside-test.${count++}`;

describe('the claim on a session', () => {
  it('is given to one at a time', async () => {
    const name = newName();
    const first = await claimSession(name);
    expect(first).not.toBeNull();
    expect(await claimSession(name)).toBeNull();
    first?.release();
    expect(await claimSession(name)).not.toBeNull();
  });

  it('is waited for a moment, as a page that is being loaded again still holds it', async () => {
    const name = newName();
    const first = await claimSession(name);
    setTimeout(() => first?.release(), 50);
    expect(await claimSession(name)).not.toBeNull();
  });

  it('is handed over when somebody asks, after everything was let go', async () => {
    const name = newName();
    const first = await claimSession(name);
    const order: string[] = [];
    first?.onTaken(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push('let go');
    });
    const second = await takeSession(name);
    order.push('taken');
    expect(order).toEqual(['let go', 'taken']);
    second.release();
  });

  it('is nobody’s business of another session', async () => {
    const [one, other] = [newName(), newName()];
    let isAsked = false;
    const first = await claimSession(one);
    first?.onTaken(async () => {
      isAsked = true;
    });
    (await takeSession(other)).release();
    expect(isAsked).toBe(false);
    first?.release();
  });

  it('is taken from somebody who does not answer, who hears of it', async () => {
    const name = newName();
    const first = await claimSession(name);
    let asks = 0;
    first?.onTaken(() => {
      asks += 1;
      return new Promise(() => {});
    });
    const second = await takeSession(name, 100);
    expect(asks).toBe(1);
    expect(await claimSession(name)).toBeNull();
    second.release();
  });
});
