// Files that stop and go on: a page loaded again, a person who pauses, a disk without room.

import { describe, expect, it } from 'vitest';
import { DesksideError } from '../protocol/deskside-error.ts';
import type { FileFrame } from '../protocol/file-frame.ts';
import { checksumOf, FakeFile, type FakePlace, seededBytes, sha256Of } from './file-ports.fake.ts';
import { type FakeSide, fakePair, reloadPage, settle } from './transfer-pair.fake.ts';

const MIB = 1024 * 1024;
const BYTES = seededBytes(7, 5 * MIB + 17);

/** A file of six blocks, of which two are written; then the customer's disk stands still until `turn()`. */
async function halfWay() {
  const both = fakePair();
  const { technician, customer } = both;
  const { saver } = customer.files;
  const file = new FakeFile('big.bin', BYTES);
  technician.transfers.send([file]);
  await settle();
  customer.transfers.answer(customer.only().offerId, true);
  saver.asked[0]?.settle('yes');
  const place = (): FakePlace => saver.places[0] ?? fail();
  let turn = () => {};
  const disk = new Promise<void>((resolve) => {
    turn = resolve;
  });
  const { write } = place();
  place().write = async (block) => {
    if (place().blocks.length >= 2) await disk;
    await write.call(place(), block);
  };
  await settle();
  expect(place().blocks).toHaveLength(2);
  return { ...both, saver, place, turn, file };
}

function fail(): never {
  throw new RangeError('nothing was saved');
}

/** Numbers of the blocks that a side has announced on the channel that it has now. */
function announced({ channel }: FakeSide): number[] {
  const blocks: Extract<FileFrame, { kind: 'block' }>[] = channel.sentOf('block');
  return blocks.map(({ blockNo }) => blockNo);
}

function expectWhole({ technician, customer, place }: Awaited<ReturnType<typeof halfWay>>): void {
  expect(sha256Of(place().bytes)).toBe(sha256Of(BYTES));
  expect(place().state).toBe('finished');
  for (const side of [technician, customer]) {
    expect(side.only().progress).toMatchObject({ phase: 'done', checksum: checksumOf(BYTES) });
    expect(side.isViolated).toBe(false);
  }
}

describe('a file that is received', () => {
  it('goes on by itself when its page was loaded again, and no block that was written comes twice', async () => {
    const parts = await halfWay();
    const { technician, customer, place, turn } = parts;
    const written = place().blocks.map(({ blockNo }) => blockNo);
    reloadPage(customer, technician);
    expect(customer.only().progress).toMatchObject({ phase: 'held', reason: 'reloaded' });
    expect(technician.only().progress).toMatchObject({ phase: 'held', reason: 'reloaded' });
    turn();
    await settle();
    expectWhole(parts);
    expect(announced(technician).filter((blockNo) => written.includes(blockNo))).toEqual([]);
  });

  it('goes on after one reload more, of a page that had gone on', async () => {
    const parts = await halfWay();
    const { technician, customer, turn } = parts;
    reloadPage(customer, technician);
    reloadPage(customer, technician);
    turn();
    await settle();
    expectWhole(parts);
  });

  it('that was written whole is only checked', async () => {
    const parts = await halfWay();
    const { technician, customer, place, turn } = parts;
    const { finish } = place();
    place().finish = () => new Promise(() => {});
    turn();
    await settle();
    expect(customer.only().progress.phase).toBe('checking');
    place().finish = finish;
    reloadPage(customer, technician);
    await settle();
    expectWhole(parts);
    expect(announced(technician)).toEqual([]);
  });

  it('fails on both sides where nothing is known of it any more', async () => {
    const { technician, customer, saver } = await halfWay();
    reloadPage(customer, technician);
    saver.places.splice(0);
    await settle();
    for (const side of [technician, customer]) {
      expect(side.only().progress).toEqual({ phase: 'failed', code: 'transfer-cut' });
    }
  });

  it.each(['technician', 'customer'] as const)(
    'can be given up by the %s while it has stopped',
    async (by) => {
      const parts = await halfWay();
      const { technician, customer, saver } = parts;
      customer.transfers.pause(customer.only().id);
      await settle();
      reloadPage(customer, technician);
      await settle();
      parts[by].transfers.cancel(parts[by].only().id);
      await settle();
      for (const side of [technician, customer]) {
        expect(side.only().progress).toEqual({ phase: 'cancelled', by });
      }
      expect(saver.forgotten).toEqual([customer.only().id]);
    },
  );

  it('stops where there is no room, and goes on with some', async () => {
    const parts = await halfWay();
    const { technician, customer, place, turn } = parts;
    place().failsWriting = new DesksideError('storage-full');
    turn();
    await settle();
    expect(customer.only().progress).toMatchObject({ phase: 'held', reason: 'full', startedAtMs: 60_000 });
    expect(technician.only().progress).toMatchObject({ phase: 'held', reason: 'full' });
    customer.transfers.continue(customer.only().id, null);
    await settle();
    expect(customer.only().progress).toMatchObject({ phase: 'held', reason: 'full' });
    place().failsWriting = null;
    customer.transfers.continue(customer.only().id, null);
    await settle();
    expectWhole(parts);
  });
});

describe('a file that is sent', () => {
  it('goes on when its page was loaded again and the same file is chosen once more', async () => {
    const parts = await halfWay();
    const { technician, customer, place, file, turn } = parts;
    const written = place().blocks.map(({ blockNo }) => blockNo);
    reloadPage(technician, customer);
    turn();
    await settle();
    expect(technician.only().progress).toMatchObject({ phase: 'held', reason: 'file-needed' });
    expect(customer.only().progress).toMatchObject({ phase: 'held', reason: 'file-needed' });
    technician.transfers.continue(technician.only().id, null);
    await settle();
    expect(technician.only().progress.phase).toBe('held');
    technician.transfers.continue(technician.only().id, file);
    await settle();
    expectWhole(parts);
    const again = announced(technician).filter((blockNo) => written.includes(blockNo));
    expect(again).toEqual([]);
  });

  it.each([
    ['of another size', new FakeFile('big.bin', seededBytes(7, 10)), 'file-changed'],
    ['changed since', Object.assign(new FakeFile('big.bin', BYTES), { modifiedAtMs: 2_000 }), 'file-changed'],
  ])('is asked for once more when the one that was chosen is %s', async (_, other, problem) => {
    const { technician, customer } = await halfWay();
    reloadPage(technician, customer);
    await settle();
    technician.transfers.continue(technician.only().id, other);
    expect(technician.only().progress).toMatchObject({ phase: 'held', reason: 'file-needed', problem });
  });

  it('is damaged when its bytes are others than before, whatever its size and time say', async () => {
    const { technician, customer, turn } = await halfWay();
    reloadPage(technician, customer);
    turn();
    await settle();
    technician.transfers.continue(
      technician.only().id,
      new FakeFile('big.bin', seededBytes(8, BYTES.length)),
    );
    await settle();
    for (const side of [technician, customer]) {
      expect(side.only().progress).toEqual({ phase: 'failed', code: 'file-damaged' });
    }
  });

  it('is offered again when the other page was loaded again before it was answered', async () => {
    const { technician, customer } = fakePair();
    technician.transfers.send([new FakeFile('a', seededBytes(1, 10)), new FakeFile('b', seededBytes(2, 20))]);
    await settle();
    reloadPage(customer, technician);
    expect(customer.phases()).toEqual(['held', 'held']);
    await settle();
    expect(customer.phases()).toEqual(['offered', 'offered']);
    customer.files.saver.answersYes = true;
    customer.transfers.answer(customer.state.transfers[0]?.offerId ?? '', true);
    await settle();
    expect([customer.phases(), technician.phases()]).toEqual([
      ['done', 'done'],
      ['done', 'done'],
    ]);
  });

  it('that nobody had answered is cut when its own page was loaded again', async () => {
    const { technician, customer } = fakePair();
    technician.transfers.send([new FakeFile('a', seededBytes(1, 10))]);
    await settle();
    reloadPage(technician, customer);
    await settle();
    for (const side of [technician, customer]) {
      expect(side.only().progress).toEqual({ phase: 'failed', code: 'transfer-cut' });
    }
  });
});

describe('what was said to a page that is gone', () => {
  const unsaid = new DesksideError('message-not-sent');

  it.each([
    ['technician', 'customer'],
    ['customer', 'technician'],
  ] as const)('of what the %s has cancelled is said again when the %s is back', async (by, other) => {
    const parts = await halfWay();
    parts[by].failsSending = unsaid;
    parts[by].transfers.cancel(parts[by].only().id);
    await settle();
    parts[by].failsSending = null;
    reloadPage(parts[other], parts[by]);
    await settle();
    for (const side of [parts[by], parts[other]]) {
      expect(side.only().progress).toEqual({ phase: 'cancelled', by });
    }
  });

  it.each(['technician', 'customer'] as const)(
    'that a file has arrived is said again when the %s was loaded again',
    async (reloaded) => {
      const parts = await halfWay();
      const { technician, customer, turn, place } = parts;
      // The last word of the receiver is lost.
      const { finish } = place();
      place().finish = async () => {
        await finish.call(place());
        customer.failsSending = unsaid;
      };
      turn();
      await settle();
      expect([customer.only().progress.phase, technician.only().progress.phase]).toEqual([
        'done',
        'checking',
      ]);
      customer.failsSending = null;
      if (reloaded === 'customer') reloadPage(customer, technician);
      else reloadPage(technician, customer);
      await settle();
      expectWhole(parts);
    },
  );
});

it('a file that did not arrive is offered anew, as long as its page has it', async () => {
  const { technician, customer, file } = await halfWay();
  const { id } = customer.only();
  expect(technician.transfers.sendAgain(technician.only().id)).toBe(false);
  customer.transfers.cancel(id);
  await settle();
  expect(technician.transfers.sendAgain(technician.only().id)).toBe(true);
  await settle();
  expect(customer.phases()).toEqual(['cancelled', 'offered']);
  expect(customer.state.transfers.at(-1)).toMatchObject({ name: file.name, sizeBytes: file.sizeBytes });
  reloadPage(technician, customer);
  await settle();
  expect(technician.phases()).toEqual(['cancelled', 'failed']);
  expect(technician.transfers.sendAgain(technician.state.transfers[0]?.id ?? '')).toBe(false);
});

describe('a pause', () => {
  it.each([
    ['technician', 'customer'],
    ['customer', 'technician'],
    ['customer', 'customer'],
  ] as const)('of the %s is known to both sides, and ended by the %s', async (by, endedBy) => {
    const parts = await halfWay();
    const { technician, customer, turn } = parts;
    parts[by].transfers.pause(parts[by].only().id);
    await settle();
    turn();
    await settle();
    for (const side of [technician, customer]) {
      expect(side.only().progress).toMatchObject({ phase: 'held', reason: 'paused', by });
    }
    parts[endedBy].transfers.continue(parts[endedBy].only().id, null);
    await settle();
    expectWhole(parts);
  });

  it('lasts through a reload of the receiver’s page', async () => {
    const parts = await halfWay();
    const { technician, customer, turn } = parts;
    customer.transfers.pause(customer.only().id);
    await settle();
    reloadPage(customer, technician);
    turn();
    await settle();
    for (const side of [technician, customer]) {
      expect(side.only().progress).toMatchObject({ phase: 'held', reason: 'paused' });
    }
    customer.transfers.continue(customer.only().id, null);
    await settle();
    expectWhole(parts);
  });
});
