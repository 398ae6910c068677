import { describe, expect, it } from 'vitest';
import { DesksideError } from '../protocol/deskside-error.ts';
import { checksumOf, FakeFile, type FakePlace, seededBytes, sha256Of } from './file-ports.fake.ts';
import { addChannel, breakChannel, fakePair, renewChannel, settle } from './transfer-pair.fake.ts';

const MIB = 1024 * 1024;

/** Two sides of which the customer saves whatever comes. */
function pair() {
  const both = fakePair();
  both.customer.files.saver.answersYes = true;
  const places = both.customer.files.saver.places;
  return {
    ...both,
    places,
    place: (index = 0): FakePlace => {
      const place = places[index];
      if (place === undefined) throw new RangeError('nothing was saved');
      return place;
    },
    /** The technician offers, the customer says yes. */
    async send(...files: FakeFile[]) {
      both.technician.transfers.send(files);
      await settle();
      const offerId = both.customer.state.transfers.at(-1)?.offerId ?? '';
      both.customer.transfers.answer(offerId, true);
      await settle();
    },
  };
}

describe('a file', () => {
  it.each([0, 1, 65_535, MIB - 1, MIB, MIB + 1, 3 * MIB + 17])(
    'of %i bytes arrives whole, with the same checksum on both sides',
    async (size) => {
      const { technician, customer, send, place } = pair();
      const bytes = seededBytes(size, size);
      await send(new FakeFile('report.pdf', bytes));
      expect(sha256Of(place().bytes)).toBe(sha256Of(bytes));
      expect(place().state).toBe('finished');
      for (const side of [technician, customer]) {
        expect(side.only()).toMatchObject({
          name: 'report.pdf',
          sizeBytes: size,
          progress: { phase: 'done', checksum: checksumOf(bytes), startedAtMs: 60_000, finishedAtMs: 60_000 },
        });
      }
      expect(technician.only().direction).toBe('outgoing');
      expect(customer.only().direction).toBe('incoming');
    },
  );

  it('of a folder arrives with the folders that it was in, made safe, and its name is its own only there', async () => {
    const { technician, customer, places, send } = pair();
    const files = [['Photos', '2024'], ['Photos', '..', 'aux'], ['Photos', '2024'], []].map(
      (folders, index) => Object.assign(new FakeFile('a.jpg', seededBytes(index, 10)), { folders }),
    );
    await send(...files);
    const paths = (side: typeof customer) =>
      side.state.transfers.map(({ name, folders = [] }) => [...folders, name].join('/'));
    const arrived = ['Photos/2024/a.jpg', 'Photos/_aux/a.jpg', 'Photos/2024/a (2).jpg', 'a.jpg'];
    expect(paths(customer)).toEqual(arrived);
    expect(places.map(({ file: { name, folders } }) => [...folders, name].join('/'))).toEqual(arrived);
    expect(paths(technician)[1]).toBe('Photos/_aux/a.jpg');
    expect(customer.phases()).toEqual(['done', 'done', 'done', 'done']);
  });

  it('that has arrived while another is still coming is told of soon, together with others', async () => {
    const { technician, customer, places } = pair();
    const told = () =>
      customer.sent.flatMap((message) => (message.type === 'file-done' ? [message.fileNos] : []));
    let hasRoom = () => {};
    const disk = new Promise<void>((resolve) => {
      hasRoom = resolve;
    });
    technician.transfers.send(['slow', 'b', 'c'].map((name) => new FakeFile(name, seededBytes(1, 10))));
    await settle();
    customer.transfers.answer(customer.state.transfers[0]?.offerId ?? '', true);
    Object.assign(places[0] ?? {}, { disk });
    await settle();
    expect(customer.phases()).toEqual(['running', 'done', 'done']);
    expect(told()).toEqual([]);
    customer.timer.elapse(200);
    await settle();
    expect(told()).toEqual([[1, 2]]);
    expect(technician.phases()).toEqual(['running', 'done', 'done']);
    hasRoom();
    await settle();
    expect(told()).toEqual([[1, 2], [0]]);
    expect(technician.phases()).toEqual(['done', 'done', 'done']);
  });

  it('is told of by the hundred in one message', async () => {
    const { technician, customer, send } = pair();
    await send(
      ...Array.from({ length: 100 }, (_, index) => new FakeFile(`${index}`, seededBytes(index, 10))),
    );
    const told = customer.sent.filter(({ type }) => type === 'file-done');
    expect(told).toHaveLength(1);
    expect(new Set(technician.phases())).toEqual(new Set(['done']));
  });

  it('is offered by its safe name and size, and nothing moves before the answer', async () => {
    const { technician, customer, place } = pair();
    const file = new FakeFile('..\\CON.exe', seededBytes(1, 10));
    technician.transfers.send([file]);
    await settle();
    expect(customer.only()).toMatchObject({
      name: '_CON.exe',
      isProgram: true,
      progress: { phase: 'offered' },
    });
    expect(file.reads).toBe(0);
    expect(technician.channel.sent).toEqual([]);
    expect(() => place()).toThrow();
  });

  it('that is declined is told so, and never read', async () => {
    const { technician, customer } = pair();
    const file = new FakeFile('a.txt', seededBytes(1, 10));
    technician.transfers.send([file]);
    await settle();
    customer.transfers.answer(customer.only().offerId, false);
    await settle();
    expect([technician.only().progress, customer.only().progress]).toEqual([
      { phase: 'declined' },
      { phase: 'declined' },
    ]);
    expect(file.reads).toBe(0);
  });

  it('goes on being offered while no place is chosen, and can be answered again', async () => {
    const { technician, customer, place } = pair();
    const { saver } = customer.files;
    saver.answersYes = false;
    technician.transfers.send([new FakeFile('a.txt', seededBytes(1, 10))]);
    await settle();
    const { offerId } = customer.only();
    customer.transfers.answer(offerId, true);
    // The picker must have been opened in the very click.
    expect(saver.asked).toHaveLength(1);
    expect(customer.phases()).toEqual(['choosing']);
    saver.asked[0]?.settle(new DesksideError('save-dismissed'));
    await settle();
    expect(customer.phases()).toEqual(['offered']);
    expect(technician.phases()).toEqual(['offered']);
    customer.transfers.answer(offerId, true);
    customer.transfers.answer(offerId, true);
    expect(saver.asked).toHaveLength(2);
    saver.asked[1]?.settle('yes');
    await settle();
    expect(place().state).toBe('finished');
  });

  it('can still be declined while the browser asks where to save', async () => {
    const { technician, customer, place } = pair();
    customer.files.saver.answersYes = false;
    technician.transfers.send([new FakeFile('a.txt', seededBytes(1, 10))]);
    await settle();
    customer.transfers.answer(customer.only().offerId, true);
    customer.transfers.answer(customer.only().offerId, false);
    customer.files.saver.asked[0]?.settle('yes');
    await settle();
    expect([technician.phases(), customer.phases()]).toEqual([['declined'], ['declined']]);
    expect(place().state).toBe('abandoned');
  });

  it.each(['save-failed', 'save-unsupported', 'storage-full'] as const)(
    'that cannot be saved for %s is told to the sender',
    async (code) => {
      const { technician, customer } = pair();
      customer.files.saver.answersYes = false;
      technician.transfers.send([new FakeFile('a.txt', seededBytes(1, 10))]);
      await settle();
      customer.transfers.answer(customer.only().offerId, true);
      customer.files.saver.asked[0]?.settle(new DesksideError(code));
      await settle();
      expect(customer.only().progress).toEqual({ phase: 'failed', code });
      expect(technician.only().progress).toEqual({ phase: 'failed', code: 'save-failed' });
    },
  );

  it('can be handed out again where it was kept', async () => {
    const { customer, send, place } = pair();
    await send(new FakeFile('a.txt', seededBytes(1, 10)));
    customer.transfers.saveAgain(customer.only().id);
    expect(place().timesSavedAgain).toBe(0);
    customer.files.saver.places.length = 0;
    customer.files.saver.answersYes = false;
    await send(new FakeFile('b.txt', seededBytes(1, 10)));
    customer.files.saver.asked[1]?.settle('yes');
    place().canSaveAgain = true;
    await settle();
    const kept = customer.state.transfers[1];
    expect(kept?.progress).toMatchObject({ phase: 'done', canSaveAgain: true });
    customer.transfers.stop();
    customer.transfers.saveAgain(kept?.id ?? '');
    expect(place().timesSavedAgain).toBe(1);
  });
});

describe('several files', () => {
  it('of one offer are answered together and all arrive', async () => {
    const { technician, customer, send, places } = pair();
    const files = [0, 5, 200_000, 2 * MIB, 1].map(
      (size) => new FakeFile('same.txt', seededBytes(size, size)),
    );
    await send(...files);
    expect(customer.files.saver.asked).toHaveLength(1);
    expect(places.map(({ file }) => file.name)).toEqual([
      'same.txt',
      'same (2).txt',
      'same (3).txt',
      'same (4).txt',
      'same (5).txt',
    ]);
    expect(places.map(({ bytes }) => sha256Of(bytes))).toEqual(files.map(({ bytes }) => sha256Of(bytes)));
    expect(new Set([...technician.phases(), ...customer.phases()])).toEqual(new Set(['done']));
  });

  it('go both ways at the same time', async () => {
    const { technician, customer, send, places } = pair();
    technician.files.saver.answersYes = true;
    const [there, back] = [seededBytes(1, 3 * MIB), seededBytes(2, 3 * MIB)];
    customer.transfers.send([new FakeFile('back.bin', back)]);
    await settle();
    technician.transfers.answer(technician.only().offerId, true);
    await send(new FakeFile('there.bin', there));
    await settle();
    expect(sha256Of(places[0]?.bytes ?? back)).toBe(sha256Of(there));
    expect(sha256Of(technician.files.saver.places[0]?.bytes ?? there)).toBe(sha256Of(back));
    expect(technician.phases()).toEqual(['done', 'done']);
    expect(customer.phases()).toEqual(['done', 'done']);
  });

  it('take turns, so that a small one does not wait for a big one', async () => {
    const { technician, send } = pair();
    await send(
      new FakeFile('big.bin', seededBytes(1, 6 * MIB)),
      new FakeFile('small.bin', seededBytes(2, 2 * MIB)),
    );
    const numbers = technician.channel.sentOf('block').map(({ fileNo }) => fileNo);
    expect(numbers).toEqual([0, 1, 0, 1, 0, 0, 0, 0]);
  });

  it('are read a few at a time, however many were accepted', async () => {
    const { technician, customer } = pair();
    const files = Array.from(
      { length: 40 },
      (_, index) => new FakeFile(`${index}.txt`, seededBytes(index, 9)),
    );
    technician.transfers.send(files);
    technician.channel.hasRoom = false;
    await settle();
    customer.transfers.answer(customer.state.transfers[0]?.offerId ?? '', true);
    await settle();
    // One that is sent, and one that is read meanwhile.
    expect(files.filter(({ reads }) => reads > 0)).toHaveLength(2);
    technician.channel.makeRoom();
    await settle();
    expect(new Set(customer.phases())).toEqual(new Set(['done']));
  });
});

describe('a transfer under way', () => {
  /** A file of 3 MiB whose receiver's disk stands still. */
  async function stuck() {
    const parts = pair();
    let turn = () => {};
    const disk = new Promise<void>((resolve) => {
      turn = resolve;
    });
    const { technician, customer } = parts;
    customer.files.saver.answersYes = false;
    technician.transfers.send([new FakeFile('big.bin', seededBytes(1, 3 * MIB))]);
    await settle();
    customer.transfers.answer(customer.only().offerId, true);
    customer.files.saver.asked[0]?.settle('yes');
    parts.place().disk = disk;
    await settle();
    expect(customer.only().progress).toMatchObject({ phase: 'running' });
    expect(technician.channel.sentOf('block')).toHaveLength(3);
    return { ...parts, turn };
  }

  it.each(['technician', 'customer'] as const)(
    'that the %s cancels ends on both sides, and leaves nothing behind',
    async (by) => {
      const parts = await stuck();
      parts[by].transfers.cancel(parts[by].only().id);
      expect(parts[by].only().progress).toEqual({ phase: 'cancelled', by });
      await settle();
      parts.turn();
      await settle();
      expect(parts.technician.only().progress).toEqual({ phase: 'cancelled', by });
      expect(parts.customer.only().progress).toEqual({ phase: 'cancelled', by });
      expect(parts.place().state).toBe('discarded');
      expect([parts.technician.isViolated, parts.customer.isViolated]).toEqual([false, false]);
      // And the next one goes its way.
      parts.customer.files.saver.answersYes = true;
      await parts.send(new FakeFile('next.txt', seededBytes(3, 9)));
      expect(parts.customer.phases()).toEqual(['cancelled', 'done']);
    },
  );

  it('that cannot be written fails on both sides', async () => {
    const parts = await stuck();
    parts.place().failsWriting = new DesksideError('save-failed');
    parts.turn();
    await settle();
    expect(parts.customer.only().progress).toEqual({ phase: 'failed', code: 'save-failed' });
    expect(parts.technician.only().progress).toEqual({ phase: 'failed', code: 'save-failed' });
    expect(parts.place().state).toBe('discarded');
  });

  it('that cannot be made whole fails on both sides', async () => {
    const parts = await stuck();
    parts.place().failsFinishing = new DesksideError('save-failed');
    parts.turn();
    await settle();
    expect(parts.customer.only().progress).toEqual({ phase: 'failed', code: 'save-failed' });
    expect(parts.technician.only().progress).toEqual({ phase: 'failed', code: 'save-failed' });
    expect(parts.place().state).toBe('discarded');
  });

  it('whose file changes meanwhile fails on both sides', async () => {
    const parts = pair();
    const file = new FakeFile('big.bin', seededBytes(1, 3 * MIB));
    parts.technician.transfers.send([file]);
    await settle();
    file.isUnreadable = true;
    parts.customer.transfers.answer(parts.customer.only().offerId, true);
    await settle();
    expect(parts.technician.only().progress).toEqual({ phase: 'failed', code: 'file-unreadable' });
    expect(parts.customer.only().progress).toEqual({ phase: 'failed', code: 'file-unreadable' });
    expect(parts.place().state).toBe('abandoned');
  });

  it('shows how far it is by what the receiver has written', async () => {
    const parts = await stuck();
    parts.turn();
    await settle();
    expect(parts.technician.phases()).toEqual(['done']);
    // Offered, answered, first movement, checking, done: not one change for each of 49 frames.
    expect(parts.technician.changes).toBeLessThanOrEqual(6);
    expect(parts.customer.changes).toBeLessThanOrEqual(7);
  });

  it('stops with the session, and leaves nothing behind', async () => {
    const parts = await stuck();
    parts.customer.transfers.stop();
    parts.technician.transfers.stop();
    parts.turn();
    await settle();
    expect(parts.place().state).toBe('discarded');
    const sent = parts.technician.channel.sent.length;
    parts.technician.channel.deliver({ kind: 'written', fileNo: 0, blockNo: 0 });
    await settle();
    expect(parts.technician.channel.sent).toHaveLength(sent);
  });
});

describe('when the channel breaks', () => {
  const bytes = seededBytes(7, 3 * MIB + 17);

  /** Breaks once the technician has sent so many frames; then there is another channel. */
  async function brokenAfter(frames: number) {
    const parts = pair();
    const { technician, customer } = parts;
    technician.transfers.send([new FakeFile('big.bin', bytes)]);
    await settle();
    customer.transfers.answer(customer.only().offerId, true);
    for (let turn = 0; turn < 20_000 && technician.channel.sent.length < frames; turn++) {
      await Promise.resolve();
    }
    expect(technician.channel.sent.length).toBeGreaterThanOrEqual(frames);
    breakChannel(technician, customer);
    await settle();
    return parts;
  }

  it.each([0, 1, 2, 65, 66, 67, 131, 196, 197])(
    'after %i frames, a file goes on with the blocks that are missing, and arrives whole',
    async (frames) => {
      const { technician, customer, place } = await brokenAfter(frames);
      const writtenBlocks = place().blocks.length;
      renewChannel(technician, customer);
      await settle();
      expect(sha256Of(place().bytes)).toBe(sha256Of(bytes));
      expect(place().blocks).toHaveLength(4);
      expect(technician.channel.sentOf('block').length).toBeLessThanOrEqual(4 - writtenBlocks + 1);
      expect([...technician.phases(), ...customer.phases()]).toEqual(['done', 'done']);
      expect([technician.isViolated, customer.isViolated]).toEqual([false, false]);
    },
  );

  it('a block that is there, whose acknowledgement was lost, is not sent to its end again', async () => {
    const parts = pair();
    const { technician, customer, place } = parts;
    const big = seededBytes(9, 26 * MIB);
    technician.transfers.send([new FakeFile('big.bin', big)]);
    await settle();
    // What is acknowledged never arrives.
    customer.channel.other = null;
    customer.transfers.answer(customer.only().offerId, true);
    await settle();
    // As many as may be on their way.
    expect(place().blocks).toHaveLength(24);
    expect(technician.phases()).toEqual(['running']);
    breakChannel(technician, customer);
    renewChannel(technician, customer);
    // A channel that takes a moment for each frame.
    technician.channel.hasRoom = false;
    technician.channel.whenRoom = async () => {
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    };
    for (let round = 0; round < 20; round++) await settle();
    expect(sha256Of(place().bytes)).toBe(sha256Of(big));
    expect(place().blocks).toHaveLength(26);
    expect(technician.phases()).toEqual(['done']);
    expect(technician.channel.sentOf('data').length).toBeLessThan(5 * 64);
  });

  it.each(['technician', 'customer'] as const)(
    'what the %s cancels meanwhile is cancelled on both sides',
    async (by) => {
      const parts = await brokenAfter(20);
      parts[by].transfers.cancel(parts[by].only().id);
      await settle();
      renewChannel(parts.technician, parts.customer);
      await settle();
      expect(parts.technician.only().progress).toEqual({ phase: 'cancelled', by });
      expect(parts.customer.only().progress).toEqual({ phase: 'cancelled', by });
      expect(parts.technician.channel.sent).toEqual([]);
      expect(['abandoned', 'discarded']).toContain(parts.place().state);
    },
  );

  it('what is offered and accepted meanwhile comes when there is another one', async () => {
    const { technician, customer, send, place } = pair();
    breakChannel(technician, customer);
    await send(new FakeFile('a.bin', seededBytes(1, 100)));
    expect(technician.phases()).toEqual(['running']);
    renewChannel(technician, customer);
    await settle();
    expect(place().state).toBe('finished');
  });
});

describe('over several channels', () => {
  const bytes = seededBytes(11, 8 * MIB + 3);

  /** A pair with `count` channels. */
  function wide(count: number) {
    const parts = pair();
    const ends = Array.from({ length: count - 1 }, () => addChannel(parts.technician, parts.customer));
    return { ...parts, ends };
  }

  it('a file is divided among them, and each block comes once', async () => {
    const { technician, customer, send, place, ends } = wide(4);
    await send(new FakeFile('big.bin', bytes));
    expect(sha256Of(place().bytes)).toBe(sha256Of(bytes));
    for (const [end] of ends) expect(end.sentOf('block').length).toBeGreaterThan(0);
    expect(technician.channel.sentOf('block').length).toBeGreaterThan(0);
    expect(place().blocks).toHaveLength(9);
    expect([...technician.phases(), ...customer.phases()]).toEqual(['done', 'done']);
  });

  it('one that stands still delays nothing: what it has is sent by another', async () => {
    const { technician, customer, send, place } = wide(2);
    technician.channel.hasRoom = false;
    await send(new FakeFile('big.bin', bytes));
    expect(sha256Of(place().bytes)).toBe(sha256Of(bytes));
    expect([...technician.phases(), ...customer.phases()]).toEqual(['done', 'done']);
    expect(technician.channel.sent).toEqual([]);
  });

  it('one that stands still in the middle of a block gives it up once it has come another way', async () => {
    const { technician, send, place } = wide(2);
    const { channel } = technician;
    const sendNow = channel.send.bind(channel);
    channel.send = (frame) => {
      sendNow(frame);
      channel.hasRoom = channel.sent.length < 10;
    };
    await send(new FakeFile('big.bin', bytes));
    expect(technician.phases()).toEqual(['done']);
    const sentByIt = channel.sent.length;
    await send(new FakeFile('next.bin', seededBytes(1, 5)));
    channel.makeRoom();
    await settle();
    expect(sha256Of(place().bytes)).toBe(sha256Of(bytes));
    expect(technician.phases()).toEqual(['done', 'done']);
    expect(channel.sentOf('data').length).toBeLessThanOrEqual(sentByIt);
  });

  it('what was on one that breaks goes by the others', async () => {
    const { technician, customer, place, ends } = wide(3);
    technician.transfers.send([new FakeFile('big.bin', bytes)]);
    await settle();
    customer.transfers.answer(customer.only().offerId, true);
    const [first] = ends;
    for (let turn = 0; turn < 20_000 && (first?.[0].sent.length ?? 0) < 30; turn++) await Promise.resolve();
    first?.[0].close();
    first?.[1].close();
    technician.transfers.removeLane(first?.[0] ?? technician.channel);
    customer.transfers.removeLane(first?.[1] ?? customer.channel);
    await settle();
    expect(sha256Of(place().bytes)).toBe(sha256Of(bytes));
    expect([...technician.phases(), ...customer.phases()]).toEqual(['done', 'done']);
    expect([technician.isViolated, customer.isViolated]).toEqual([false, false]);
  });
});

describe('a block that was changed on its way', () => {
  /** Changes one bit of the data frames of the first `count` blocks. */
  function flipping(side: ReturnType<typeof pair>['technician'], count: number) {
    const { channel } = side;
    const sendNow = channel.send.bind(channel);
    let blocks = 0;
    channel.send = (frame) => {
      if (frame.kind === 'block') blocks += 1;
      if (frame.kind !== 'data' || blocks > count) return sendNow(frame);
      const bytes = frame.bytes.slice();
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      sendNow({ ...frame, bytes });
    };
  }

  it('is sent again, and nothing wrong is ever written', async () => {
    const { technician, customer, send, place } = pair();
    flipping(technician, 2);
    const bytes = seededBytes(12, 3 * MIB);
    await send(new FakeFile('big.bin', bytes));
    expect(sha256Of(place().bytes)).toBe(sha256Of(bytes));
    expect(place().blocks).toHaveLength(3);
    expect(technician.channel.sentOf('block')).toHaveLength(5);
    expect([...technician.phases(), ...customer.phases()]).toEqual(['done', 'done']);
  });

  it('again and again, the file is given up as damaged', async () => {
    const { technician, customer, send, place } = pair();
    flipping(technician, Number.POSITIVE_INFINITY);
    await send(new FakeFile('small.bin', seededBytes(12, 30)));
    for (const side of [technician, customer]) {
      expect(side.only().progress).toEqual({ phase: 'failed', code: 'file-damaged' });
    }
    expect(place().state).toBe('discarded');
  });
});

describe('an offer', () => {
  it('that is taken back before it was answered disappears on the other side', async () => {
    const { technician, customer } = pair();
    technician.transfers.send([new FakeFile('a', seededBytes(1, 1)), new FakeFile('b', seededBytes(2, 2))]);
    await settle();
    for (const { id } of technician.state.transfers) technician.transfers.cancel(id);
    await settle();
    expect(technician.sent.filter(({ type }) => type === 'file-withdrawn')).toHaveLength(1);
    expect(customer.state.transfers.map(({ progress }) => progress)).toEqual([
      { phase: 'cancelled', by: 'technician' },
      { phase: 'cancelled', by: 'technician' },
    ]);
    customer.transfers.answer(customer.state.transfers[0]?.offerId ?? '', true);
    expect(customer.files.saver.asked).toEqual([]);
  });

  it('that is taken back while the place is being chosen brings only the rest', async () => {
    const { technician, customer, places } = pair();
    customer.files.saver.answersYes = false;
    technician.transfers.send([new FakeFile('a', seededBytes(1, 1)), new FakeFile('b', seededBytes(2, 2))]);
    await settle();
    customer.transfers.answer(customer.state.transfers[0]?.offerId ?? '', true);
    technician.transfers.cancel(technician.state.transfers[0]?.id ?? '');
    await settle();
    customer.files.saver.asked[0]?.settle('yes');
    await settle();
    expect(customer.phases()).toEqual(['cancelled', 'done']);
    expect(technician.phases()).toEqual(['cancelled', 'done']);
    expect(places.map(({ state }) => state)).toEqual(['abandoned', 'finished']);
  });

  it('that crosses with its answer is cancelled all the same', async () => {
    const { technician, customer } = pair();
    technician.transfers.send([new FakeFile('a', seededBytes(1, 1))]);
    await settle();
    customer.transfers.answer(customer.only().offerId, true);
    technician.transfers.cancel(technician.only().id);
    await settle();
    expect(technician.only().progress).toEqual({ phase: 'cancelled', by: 'technician' });
    expect(customer.only().progress).toEqual({ phase: 'cancelled', by: 'technician' });
    expect([technician.isViolated, customer.isViolated]).toEqual([false, false]);
  });

  it('can be refused file by file', async () => {
    const { technician, customer } = pair();
    technician.transfers.send([new FakeFile('a', seededBytes(1, 1)), new FakeFile('b', seededBytes(2, 2))]);
    await settle();
    customer.transfers.cancel(customer.state.transfers[0]?.id ?? '');
    await settle();
    expect(technician.phases()).toEqual(['cancelled', 'offered']);
    customer.transfers.answer(customer.state.transfers[1]?.offerId ?? '', true);
    await settle();
    expect(technician.phases()).toEqual(['cancelled', 'done']);
  });
});
