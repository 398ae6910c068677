// Notes between two sides, and what a server in between can do to them. Real WebCrypto.

import { describe, expect, it } from 'vitest';
import { secretKey } from './key-derivation.ts';
import type { SealedNote } from './seal.ts';
import { SealedNotes } from './sealed-notes.ts';

const SESSION_ID = '00112233445566778899aabbccddeeff';

async function sides() {
  const key = await secretKey(new Uint8Array(32).fill(1));
  const [boxes, taken]: [string[], SealedNote[]] = [[], []];
  const technician = new SealedNotes({ sendBox: (box) => boxes.push(box), onNote: () => {} });
  const customer = new SealedNotes({ sendBox: () => {}, onNote: (note) => taken.push(note) });
  technician.setKey(key, SESSION_ID, 'technician');
  customer.setKey(key, SESSION_ID, 'customer');
  return { technician, customer, boxes, taken };
}

const restartOf = (connectionId: string): SealedNote => ({ connectionId, note: { type: 'restart' } });
const settle = () => new Promise((resolve) => setTimeout(resolve, 100));

describe('sealed notes', () => {
  it('arrive in their order, whatever else comes between them', async () => {
    const { technician, customer, boxes, taken } = await sides();
    for (const id of ['a', 'b', 'c']) technician.send(restartOf(id));
    await expect.poll(() => boxes.length).toBe(3);
    for (const box of boxes) {
      customer.take(box);
      customer.take(`${box}AAAA`);
      customer.take({ box });
    }
    await expect.poll(() => taken).toEqual(['a', 'b', 'c'].map(restartOf));
  });

  it('are left out when a server brings them faster than anybody sends them', async () => {
    const { technician, customer, boxes, taken } = await sides();
    technician.send(restartOf('a'));
    await expect.poll(() => boxes.length).toBe(1);
    for (let times = 0; times < 10_000; times++) customer.take(boxes[0]);
    await expect.poll(() => taken.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(200);
    await settle();
    // And not many more: a bucket fills while it is emptied.
    expect(taken.length).toBeLessThan(300);
  });

  it('are neither opened nor sent without a key', async () => {
    const sent: unknown[] = [];
    const notes = new SealedNotes({ sendBox: (box) => sent.push(box), onNote: (note) => sent.push(note) });
    notes.send(restartOf('a'));
    notes.take('box');
    await settle();
    expect(sent).toEqual([]);
  });
});
