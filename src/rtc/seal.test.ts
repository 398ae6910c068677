import { describe, expect, it } from 'vitest';
import { MAX_BOX_LENGTH } from '../protocol/limits.ts';
import { rejectionCodeOf } from '../protocol/testing/code-of.ts';
import { secretKey } from './key-derivation.ts';
import { NO_CONNECTION, Seal, type SealedNote } from './seal.ts';

const SESSION_ID = '00112233445566778899aabbccddeeff';
const offer: SealedNote = {
  connectionId: 'c1',
  note: { type: 'description', kind: 'offer', round: 3, sdp: 'v=0' },
};

async function sides(fill = 1, sessionId = SESSION_ID) {
  const key = await secretKey(new Uint8Array(32).fill(fill));
  return {
    technician: await Seal.create(key, sessionId, 'technician'),
    customer: await Seal.create(key, sessionId, 'customer'),
  };
}

describe('a sealed box', () => {
  it.each<SealedNote>([
    offer,
    { connectionId: 'c1', note: { type: 'restart' } },
    { connectionId: 'c1', note: { type: 'ask' } },
    { connectionId: 'c1', note: { type: 'gone' } },
    { connectionId: NO_CONNECTION, note: { type: 'returned' } },
  ])('carries $note.type to the other side', async (note) => {
    const { technician, customer } = await sides();
    expect(await customer.open(await technician.close(note))).toEqual(note);
  });

  it('shows nothing of what is in it, and is never the same twice', async () => {
    const { technician } = await sides();
    const [one, two] = [await technician.close(offer), await technician.close(offer)];
    expect(one).not.toBe(two);
    expect(atob(one.replaceAll('-', '+').replaceAll('_', '/'))).not.toContain('offer');
  });

  it('is not opened by its sender, another session or another secret', async () => {
    const { technician } = await sides();
    const box = await technician.close(offer);
    const strangers = [technician, (await sides(2)).customer, (await sides(1, 'ff'.repeat(16))).customer];
    for (const stranger of strangers) {
      expect(await rejectionCodeOf(stranger.open(box))).toBe('protocol-violation');
    }
  });

  it('is refused with one letter changed, cut, too long, or not text', async () => {
    const { technician, customer } = await sides();
    const box = await technician.close(offer);
    const changed = `${box.slice(0, 30)}${box[30] === 'A' ? 'B' : 'A'}${box.slice(31)}`;
    for (const bad of [changed, box.slice(0, -4), '', 'A'.repeat(MAX_BOX_LENGTH + 1), '!', 7, null]) {
      expect(await rejectionCodeOf(customer.open(bad))).toBe('protocol-violation');
    }
  });

  it('holds nothing but what it may', async () => {
    const { technician, customer } = await sides();
    const strange = { connectionId: 'c1', note: { type: 'chat', text: 'hi' } };
    const box = await technician.close(strange as unknown as SealedNote);
    expect(await rejectionCodeOf(customer.open(box))).toBe('protocol-violation');
  });
});
