// What no honest side does with files, and what two honest ones can still seem to do when messages cross.

import { describe, expect, it } from 'vitest';
import { BLOCK_BYTES } from '../protocol/blocks.ts';
import type { FileMessage } from '../protocol/control-message.ts';
import type { FileFrame } from '../protocol/file-frame.ts';
import { ALL_FILES_WINDOW_BYTES, MAX_FILE_LANES } from '../protocol/limits.ts';
import { codeOf } from '../protocol/testing/code-of.ts';
import { checksumOf, FakeFile, FakeFileChannel, seededBytes } from './file-ports.fake.ts';
import { fakeSide, settle } from './transfer-pair.fake.ts';

const leaf = new Uint8Array(32);
const CHECKSUM = '0'.repeat(64);
const block = (fileNo: number, blockNo = 0): FileFrame => ({ kind: 'block', fileNo, blockNo, leaf });
const data = (length: number): FileFrame => ({ kind: 'data', bytes: seededBytes(1, length) });
const written = (fileNo: number, blockNo = 0): FileFrame => ({ kind: 'written', fileNo, blockNo });

/** A customer to whom files of these sizes were offered, in one offer. */
function offered(...sizes: number[]) {
  const side = fakeSide('customer');
  const files = sizes.map((sizeBytes, fileNo) => ({ fileNo, name: `${fileNo}.bin`, sizeBytes }));
  if (files.length > 0) side.transfers.handle({ type: 'file-offer', offerId: 'o', files });
  return { ...side, side, receive: (frame: FileFrame) => side.channel.deliver(frame) };
}

/** The same, accepted. */
async function accepted(...sizes: number[]) {
  const parts = offered(...sizes);
  parts.files.saver.answersYes = true;
  parts.transfers.answer('o', true);
  await settle();
  return parts;
}

/** A technician whose file of 3 bytes was accepted and sent, of which nothing is acknowledged. */
async function sending() {
  const side = fakeSide('technician');
  side.transfers.send([new FakeFile('a.bin', seededBytes(1, 3))]);
  side.transfers.handle({ type: 'file-answer', offerId: offerIdOf(side.sent), isAccepted: true });
  await settle();
  expect(side.channel.sent.map(({ kind }) => kind)).toEqual(['block', 'data']);
  return { side, receive: (frame: FileFrame) => side.channel.deliver(frame) };
}

function offerIdOf([offer]: readonly FileMessage[]): string {
  return offer?.type === 'file-offer' ? offer.offerId : '';
}

describe('a receiver takes for a violation', () => {
  it.each<[string, FileMessage]>([
    [
      'the same offer twice',
      { type: 'file-offer', offerId: 'o', files: [{ fileNo: 1, name: 'x', sizeBytes: 1 }] },
    ],
    ['a number twice', { type: 'file-offer', offerId: 'p', files: [{ fileNo: 0, name: 'x', sizeBytes: 1 }] }],
    [
      'a number left out',
      { type: 'file-offer', offerId: 'p', files: [{ fileNo: 2, name: 'x', sizeBytes: 1 }] },
    ],
    ['withdrawing what was never offered', { type: 'file-withdrawn', fileNos: [1], reason: 'cancelled' }],
    ['an answer to no offer', { type: 'file-answer', offerId: 'o', isAccepted: true }],
    [
      'not a token for each file that goes on',
      {
        type: 'file-offer',
        offerId: 'p',
        files: [{ fileNo: 1, name: 'x', sizeBytes: 1 }],
        continues: ['q.0', 'q.1'],
      },
    ],
    ['no room from whoever sends it', { type: 'file-hold', tokens: ['o.0'], reason: 'full' }],
    [
      'that what it is to receive has arrived',
      { type: 'file-arrived', files: [{ token: 'o.0', checksum: CHECKSUM }] },
    ],
    [
      'the checksum of a file that was never offered',
      { type: 'file-checksum', fileNo: 1, checksum: CHECKSUM },
    ],
    [
      'the checksum of a file that was not accepted',
      { type: 'file-checksum', fileNo: 0, checksum: CHECKSUM },
    ],
  ])('%s', (_, message) => {
    expect(codeOf(() => offered(10).transfers.handle(message))).toBe('protocol-violation');
  });

  it('the checksum of one block, and a second one of many', async () => {
    const { transfers } = await accepted(BLOCK_BYTES, BLOCK_BYTES + 1);
    const say = (fileNo: number) => transfers.handle({ type: 'file-checksum', fileNo, checksum: CHECKSUM });
    expect(codeOf(() => say(0))).toBe('protocol-violation');
    say(1);
    expect(codeOf(() => say(1))).toBe('protocol-violation');
  });

  it('more offers than a session may hold', () => {
    const side = fakeSide('customer');
    const offer = (number: number): FileMessage => ({
      type: 'file-offer',
      offerId: `o${number}`,
      files: Array.from({ length: 500 }, (_, index) => {
        return { fileNo: number * 500 + index, name: 'x', sizeBytes: 0 };
      }),
    });
    for (let number = 0; number < 10; number++) side.transfers.handle(offer(number));
    expect(codeOf(() => side.transfers.handle(offer(10)))).toBe('protocol-violation');
  });

  it.each<[string, FileFrame[]]>([
    ['a block of a file that was never offered', [block(1)]],
    ['a block of a file that was not accepted', [block(0)]],
    ['bytes of no block', [data(1)]],
    ['an acknowledgement of what was never sent', [written(0)]],
  ])('%s', (_, frames) => {
    const { side, receive } = offered(10);
    for (const frame of frames) receive(frame);
    expect(side.isViolated).toBe(true);
  });

  it.each<[string, FileFrame[]]>([
    ['a block beyond the end', [block(0, 1)]],
    ['more bytes than were announced', [block(0), data(11)]],
    ['bytes after the end of a block', [block(0), data(10), data(1)]],
    ['any block of an empty file', [block(1)]],
  ])('%s', async (_, frames) => {
    const { side, receive } = await accepted(10, 0);
    for (const frame of frames) receive(frame);
    expect(side.isViolated).toBe(true);
  });

  it('more than the window, however slow the disk', async () => {
    const { side, receive, files } = await accepted(2 * ALL_FILES_WINDOW_BYTES, ALL_FILES_WINDOW_BYTES);
    for (const place of files.saver.places) place.disk = new Promise(() => {});
    const frame = data(BLOCK_BYTES / 16);
    const receiveBlock = (fileNo: number, blockNo: number) => {
      receive(block(fileNo, blockNo));
      for (let part = 0; part < 16; part++) receive(frame);
    };
    const most = ALL_FILES_WINDOW_BYTES / BLOCK_BYTES + MAX_FILE_LANES;
    for (let count = 0; count < most; count++) receiveBlock(count % 2, Math.floor(count / 2));
    expect(side.isViolated).toBe(false);
    receive(block(0, most));
    expect(side.isViolated).toBe(true);
  });
});

describe('a receiver', () => {
  it('leaves alone what was on its way when it was cancelled here', async () => {
    const { side, receive, transfers } = await accepted(10);
    transfers.cancel(side.only().id);
    receive(block(0));
    receive(data(10));
    transfers.handle({ type: 'file-withdrawn', fileNos: [0], reason: 'cancelled' });
    expect(side.isViolated).toBe(false);
    expect(side.only().progress).toEqual({ phase: 'cancelled', by: 'customer' });
  });

  it('asks for a block again that is not what its hash says, and writes nothing of it', async () => {
    const { side, receive, files, channel } = await accepted(10);
    receive(block(0));
    receive(data(10));
    await settle();
    expect(side.phases()).toEqual(['running']);
    expect(files.saver.places[0]?.blocks).toEqual([]);
    expect(channel.sent).toEqual([{ kind: 'again', fileNo: 0, blockNo: 0 }]);
  });

  it('keeps nothing of a file whose checksum is another one, and says so', async () => {
    const { side, receive, files, sent } = await accepted(BLOCK_BYTES + 5);
    const content = seededBytes(5, BLOCK_BYTES + 5);
    for (const [blockNo, bytes] of [
      [0, content.subarray(0, BLOCK_BYTES)],
      [1, content.subarray(BLOCK_BYTES)],
    ] as const) {
      receive({ kind: 'block', fileNo: 0, blockNo, leaf: await files.digest(bytes) });
      for (let at = 0; at < bytes.length; at += 65_000)
        receive({ kind: 'data', bytes: bytes.subarray(at, at + 65_000) });
    }
    await settle();
    expect(side.phases()).toEqual(['checking']);
    expect(checksumOf(content)).not.toBe(CHECKSUM);
    side.transfers.handle({ type: 'file-checksum', fileNo: 0, checksum: CHECKSUM });
    await settle();
    expect(side.only().progress).toEqual({ phase: 'failed', code: 'file-damaged' });
    expect(files.saver.places[0]?.state).toBe('discarded');
    expect(sent.at(-1)).toEqual({ type: 'file-refused', fileNo: 0, reason: 'damaged' });
  });

  it('opens nothing of which no block has come whole', async () => {
    const { files, receive } = await accepted(10, 10);
    receive(block(0));
    receive(data(9));
    receive(block(1));
    receive(data(10));
    await settle();
    expect(files.saver.places.map(({ state }) => state)).toEqual(['chosen', 'open']);
  });

  it('drops what was begun of a block when its sender begins another one', async () => {
    const { side, receive, files } = await accepted(10);
    const bytes = seededBytes(4, 10);
    receive(block(0));
    receive(data(9));
    receive({ kind: 'block', fileNo: 0, blockNo: 0, leaf: await files.digest(bytes) });
    receive({ kind: 'data', bytes });
    await settle();
    expect(side.phases()).toEqual(['done']);
    expect(files.saver.places[0]?.bytes).toEqual(bytes);
  });

  it('shows progress within a block too, as on a slow line', async () => {
    const { side, receive, clock } = await accepted(BLOCK_BYTES);
    receive(block(0));
    for (let part = 1; part <= 4; part++) {
      clock.nowMs += 300;
      receive(data(10_000));
      expect(side.only().progress).toMatchObject({ phase: 'running', movedBytes: part * 10_000 });
    }
  });
});

describe('a sender takes for a violation', () => {
  it.each<[string, FileFrame]>([
    ['an acknowledgement of a block that was not sent', written(0, 1)],
    ['a second request for a block that was not sent', { kind: 'again', fileNo: 0, blockNo: 1 }],
    ['an acknowledgement of a file that was never offered', written(1)],
  ])('%s', async (_, frame) => {
    const { side, receive } = await sending();
    receive(frame);
    expect(side.isViolated).toBe(true);
  });

  it('asking for a block again that was written', async () => {
    const { side, receive } = await sending();
    receive(written(0));
    expect(side.isViolated).toBe(false);
    receive({ kind: 'again', fileNo: 0, blockNo: 0 });
    expect(side.isViolated).toBe(true);
  });

  it('asking for a block without end', async () => {
    const { side, receive } = await sending();
    for (let count = 0; count < 100; count++) {
      receive({ kind: 'again', fileNo: 0, blockNo: 0 });
      await settle();
    }
    expect(side.isViolated).toBe(false);
    receive({ kind: 'again', fileNo: 0, blockNo: 0 });
    expect(side.isViolated).toBe(true);
  });

  it('an acknowledgement before the answer', () => {
    const side = fakeSide('technician');
    side.transfers.send([new FakeFile('a.bin', seededBytes(1, 3))]);
    side.channel.deliver(written(0));
    expect(side.isViolated).toBe(true);
  });

  it('done before everything was sent, and words about a file that was never offered', async () => {
    const side = fakeSide('technician');
    side.channel.hasRoom = false;
    side.transfers.send([new FakeFile('a.bin', seededBytes(1, 3))]);
    side.transfers.handle({ type: 'file-answer', offerId: offerIdOf(side.sent), isAccepted: true });
    await settle();
    const wrong: FileMessage[] = [
      { type: 'file-done', fileNos: [0] },
      { type: 'file-done', fileNos: [1] },
      { type: 'file-refused', fileNo: 1, reason: 'cancelled' },
    ];
    for (const message of wrong) {
      expect(codeOf(() => side.transfers.handle(message))).toBe('protocol-violation');
    }
  });

  it('blocks of a file that is offered for the first time', () => {
    const side = fakeSide('technician');
    side.transfers.send([new FakeFile('a.bin', seededBytes(1, 3))]);
    const answer = {
      type: 'file-answer',
      offerId: offerIdOf(side.sent),
      isAccepted: true,
      have: 'gA',
    } as const;
    expect(codeOf(() => side.transfers.handle(answer))).toBe('protocol-violation');
  });

  it.each(['', 'AA', 'gAAA', '====', 'QA'])(
    'blocks that a file which goes on does not have: %j',
    async (have) => {
      const { side } = await sending();
      side.transfers.pause(side.only().id);
      side.transfers.continue(side.only().id, null);
      const offerId = offerIdOf(side.sent.filter(({ type }) => type === 'file-offer').slice(1));
      const isRight = have === 'AA';
      const answer = { type: 'file-answer', offerId, isAccepted: true, have } as const;
      if (isRight) side.transfers.handle(answer);
      else expect(codeOf(() => side.transfers.handle(answer))).toBe('protocol-violation');
      expect(side.only().progress.phase).toBe(isRight ? 'running' : 'held');
    },
  );

  it('needing a file of whoever receives it, and that one has arrived which was not accepted', async () => {
    const { side } = await sending();
    const [token = ''] = side.state.transfers.map((transfer) => transfer.token);
    const hold: FileMessage = { type: 'file-hold', tokens: [token], reason: 'file-needed' };
    expect(codeOf(() => side.transfers.handle(hold))).toBe('protocol-violation');
    side.transfers.send([new FakeFile('b.bin', seededBytes(1, 3))]);
    const offered = side.state.transfers.at(-1)?.token ?? '';
    const arrived: FileMessage = { type: 'file-arrived', files: [{ token: offered, checksum: CHECKSUM }] };
    expect(codeOf(() => side.transfers.handle(arrived))).toBe('protocol-violation');
  });

  it('two answers to one offer', async () => {
    const { side } = await sending();
    const offerId = offerIdOf(side.sent);
    expect(codeOf(() => side.transfers.handle({ type: 'file-answer', offerId, isAccepted: true }))).toBe(
      'protocol-violation',
    );
  });
});

describe('files that stop', () => {
  it('are nobody’s when their token is unknown', async () => {
    const { side } = await sending();
    for (const tokens of [['x.0'], ['x.0', 'y.499']]) {
      side.transfers.handle({ type: 'file-hold', tokens, reason: 'file-needed' });
      side.transfers.handle({ type: 'file-drop', tokens, reason: 'cancelled' });
      side.transfers.handle({ type: 'file-continue', token: tokens[0] ?? '' });
    }
    expect(side.phases()).toEqual(['running']);
  });

  it('do not go on because somebody names a file that has not stopped, or is of another size', async () => {
    const { transfers, sent, side } = await accepted(10);
    const again = (offerId: string, fileNo: number, sizeBytes: number, token: string) =>
      transfers.handle({
        type: 'file-offer',
        offerId,
        files: [{ fileNo, name: 'x', sizeBytes }],
        continues: [token],
      });
    again('p', 1, 10, 'o.0');
    transfers.pause(side.only().id);
    again('q', 2, 11, 'o.0');
    again('r', 3, 10, 'o.1');
    const answers = sent.filter(({ type }) => type === 'file-answer').slice(1);
    expect(answers).toEqual(
      ['p', 'q', 'r'].map((offerId) => ({ type: 'file-answer', offerId, isAccepted: false })),
    );
    expect(side.phases()).toEqual(['held']);
  });

  it('stay as they are when frames about them come late', async () => {
    const { side, receive } = await sending();
    side.transfers.pause(side.only().id);
    receive(written(0));
    receive({ kind: 'again', fileNo: 0, blockNo: 0 });
    expect(side.isViolated).toBe(false);
    const other = await accepted(10);
    other.transfers.pause(other.side.only().id);
    other.receive(block(0));
    other.receive(data(10));
    await settle();
    expect(other.side.isViolated).toBe(false);
    expect(other.side.phases()).toEqual(['held']);
  });

  it('are no more than a session can hold, however often pages are loaded again', () => {
    const { transfers, side } = offered();
    const offer = (offerId: string, firstNo: number): FileMessage => ({
      type: 'file-offer',
      offerId,
      files: Array.from({ length: 500 }, (_, index) => ({
        fileNo: firstNo + index,
        name: 'x',
        sizeBytes: 1,
      })),
    });
    for (let page = 0; page < 10; page++) {
      transfers.restart();
      transfers.handle(offer(`o${page}`, 0));
    }
    expect(side.state.transfers).toHaveLength(5_000);
    transfers.restart();
    expect(codeOf(() => transfers.handle(offer('one-more', 0)))).toBe('protocol-violation');
  });
});

describe('a sender', () => {
  it('is told when the other side found the file damaged', async () => {
    const { side, receive } = await sending();
    receive(written(0));
    expect(side.phases()).toEqual(['checking']);
    side.transfers.handle({ type: 'file-refused', fileNo: 0, reason: 'damaged' });
    expect(side.only().progress).toEqual({ phase: 'failed', code: 'file-damaged' });
  });

  it('believes that a file is there, though acknowledgements of it are still on their way, or lost', async () => {
    const { side, receive } = await sending();
    expect(side.phases()).toEqual(['running']);
    side.transfers.handle({ type: 'file-done', fileNos: [0] });
    await settle();
    expect(side.phases()).toEqual(['done']);
    receive(written(0));
    expect(side.isViolated).toBe(false);
  });

  it('hears the same acknowledgement twice, as from two lanes', async () => {
    const { side, receive } = await sending();
    receive(written(0));
    receive(written(0));
    expect(side.isViolated).toBe(false);
    expect(side.phases()).toEqual(['checking']);
  });

  it('waits for room in the channel, and reads one block ahead meanwhile', async () => {
    const side = fakeSide('technician');
    const file = new FakeFile('a.bin', seededBytes(1, 5 * 1024 * 1024));
    side.channel.hasRoom = false;
    side.transfers.send([file]);
    side.transfers.handle({ type: 'file-answer', offerId: offerIdOf(side.sent), isAccepted: true });
    await settle();
    expect(side.channel.sent).toEqual([]);
    expect(file.reads).toBe(2);
    side.channel.makeRoom();
    await settle();
    expect(side.channel.sentOf('block')).toHaveLength(5);
  });

  it('never has more on its way than the window, and goes on when the other side has written', async () => {
    const side = fakeSide('technician');
    side.transfers.send([new FakeFile('a.bin', new Uint8Array(ALL_FILES_WINDOW_BYTES + 3 * BLOCK_BYTES))]);
    const second = new FakeFileChannel();
    side.transfers.addLane(second);
    side.transfers.handle({ type: 'file-answer', offerId: offerIdOf(side.sent), isAccepted: true });
    await settle();
    const blocks = () => [...side.channel.sentOf('block'), ...second.sentOf('block')];
    expect(blocks()).toHaveLength(ALL_FILES_WINDOW_BYTES / BLOCK_BYTES);
    for (const blockNo of [3, 0]) side.channel.deliver(written(0, blockNo));
    await settle();
    expect(blocks()).toHaveLength(ALL_FILES_WINDOW_BYTES / BLOCK_BYTES + 2);
  });

  it('offers no more than fits into an offer or into a session', async () => {
    const side = fakeSide('technician');
    const files = (count: number) =>
      Array.from({ length: count }, () => new FakeFile('x', new Uint8Array(1)));
    expect(codeOf(() => side.transfers.send(files(501)))).toBe('files-too-many');
    for (let offer = 0; offer < 10; offer++) side.transfers.send(files(500));
    expect(codeOf(() => side.transfers.send(files(1)))).toBe('files-too-many');
    expect(side.state.transfers).toHaveLength(5_000);
  });
});
