// What no honest side does with files, and what two honest ones can still seem to do when messages cross.

import { describe, expect, it } from 'vitest';
import type { FileMessage } from '../protocol/control-message.ts';
import { type FileFrame, MAX_FILE_DATA_BYTES } from '../protocol/file-frame.ts';
import { FILE_WINDOW_BYTES } from '../protocol/limits.ts';
import { codeOf } from '../protocol/testing/code-of.ts';
import { FakeFile, FakeFileChannel, seededBytes } from './file-ports.fake.ts';
import { fakeSide, settle } from './transfer-pair.fake.ts';

const sha256 = new Uint8Array(32);
/** What a receiver asks for first. */
const FROM_START: FileFrame = { kind: 'from', fileNo: 0, position: 0, writtenBytes: 0 };
const data = (fileNo: number, length: number): FileFrame => ({
  kind: 'data',
  fileNo,
  bytes: seededBytes(1, length),
});

/** A customer to whom files of these sizes were offered, in one offer. */
function offered(...sizes: number[]) {
  const side = fakeSide('customer');
  const files = sizes.map((sizeBytes, fileNo) => ({ fileNo, name: `${fileNo}.bin`, sizeBytes }));
  side.transfers.handle({ type: 'file-offer', offerId: 'o', files });
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
  const [offer] = side.sent;
  const offerId = offer?.type === 'file-offer' ? offer.offerId : '';
  side.transfers.handle({ type: 'file-answer', offerId, isAccepted: true });
  side.channel.deliver(FROM_START);
  await settle();
  expect(side.channel.sent.map(({ kind }) => kind)).toEqual(['data', 'end']);
  return { side, receive: (frame: FileFrame) => side.channel.deliver(frame) };
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
  ])('%s', (_, message) => {
    expect(codeOf(() => offered(10).transfers.handle(message))).toBe('protocol-violation');
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

  it.each<[string, FileFrame]>([
    ['data of a file that was never offered', data(1, 1)],
    ['data of a file that was not accepted', data(0, 1)],
    ['the end of a file that was not accepted', { kind: 'end', fileNo: 0, sha256 }],
    ['an acknowledgement of what was never sent', { kind: 'ack', fileNo: 0, writtenBytes: 1 }],
  ])('%s', (_, frame) => {
    const { side, receive } = offered(10);
    receive(frame);
    expect(side.isViolated).toBe(true);
  });

  it.each<[string, FileFrame[]]>([
    ['more bytes than were announced', [data(0, 11)]],
    ['an end that comes too early', [data(0, 9), { kind: 'end', fileNo: 0, sha256 }]],
    ['bytes after the end', [data(0, 10), { kind: 'end', fileNo: 0, sha256 }, data(0, 1)]],
    ['two ends', [data(0, 10), { kind: 'end', fileNo: 0, sha256 }, { kind: 'end', fileNo: 0, sha256 }]],
  ])('%s', async (_, frames) => {
    const { side, receive } = await accepted(10);
    for (const frame of frames) receive(frame);
    expect(side.isViolated).toBe(true);
  });

  it('more of one file than the window, however slow the disk', async () => {
    const { side, receive, files } = await accepted(2 * FILE_WINDOW_BYTES);
    const [place] = files.saver.places;
    if (place !== undefined) place.disk = new Promise(() => {});
    const frame = data(0, MAX_FILE_DATA_BYTES);
    for (let sent = 0; sent + MAX_FILE_DATA_BYTES <= FILE_WINDOW_BYTES; sent += MAX_FILE_DATA_BYTES)
      receive(frame);
    await settle();
    expect(side.isViolated).toBe(false);
    receive(frame);
    expect(side.isViolated).toBe(true);
  });

  it('more of all files together than their window', async () => {
    const { side, receive, files } = await accepted(...Array.from({ length: 4 }, () => FILE_WINDOW_BYTES));
    for (const place of files.saver.places) place.disk = new Promise(() => {});
    const frames = Math.floor((FILE_WINDOW_BYTES * 2) / MAX_FILE_DATA_BYTES);
    for (let count = 0; count < frames; count++) receive(data(count % 4, MAX_FILE_DATA_BYTES));
    await settle();
    expect(side.isViolated).toBe(false);
    receive(data(3, MAX_FILE_DATA_BYTES));
    expect(side.isViolated).toBe(true);
  });
});

describe('a receiver', () => {
  it('leaves alone what was on its way when it was cancelled here', async () => {
    const { side, receive, transfers } = await accepted(10);
    transfers.cancel(side.only().id);
    receive(data(0, 10));
    receive({ kind: 'end', fileNo: 0, sha256 });
    transfers.handle({ type: 'file-withdrawn', fileNos: [0], reason: 'cancelled' });
    expect(side.isViolated).toBe(false);
    expect(side.only().progress).toEqual({ phase: 'cancelled', by: 'customer' });
  });

  it('keeps nothing of a file whose hash is another one, and says so', async () => {
    const { side, receive, files, sent } = await accepted(10);
    receive(data(0, 10));
    receive({ kind: 'end', fileNo: 0, sha256 });
    await settle();
    expect(side.only().progress).toEqual({ phase: 'failed', code: 'file-damaged' });
    expect(files.saver.places[0]?.state).toBe('discarded');
    expect(sent.at(-1)).toEqual({ type: 'file-refused', fileNo: 0, reason: 'damaged' });
  });

  it('opens nothing that has not begun to come', async () => {
    const { files, receive } = await accepted(10, 10);
    receive(data(1, 10));
    await settle();
    expect(files.saver.places.map(({ state }) => state)).toEqual(['chosen', 'open']);
  });

  it('writes in blocks, but on a slow line soon enough to see progress', async () => {
    const { files, receive, clock, channel } = await accepted(10 * MAX_FILE_DATA_BYTES);
    for (let count = 0; count < 4; count++) receive(data(0, MAX_FILE_DATA_BYTES));
    await settle();
    expect(files.saver.places[0]?.parts).toHaveLength(0);
    clock.nowMs += 300;
    receive(data(0, MAX_FILE_DATA_BYTES));
    await settle();
    expect(files.saver.places[0]?.parts.map(({ length }) => length)).toEqual([5 * MAX_FILE_DATA_BYTES]);
    expect(channel.sentOf('ack').map(({ writtenBytes }) => writtenBytes)).toEqual([5 * MAX_FILE_DATA_BYTES]);
  });
});

describe('a sender takes for a violation', () => {
  it.each<[string, FileFrame[]]>([
    ['an acknowledgement of more than was sent', [{ kind: 'ack', fileNo: 0, writtenBytes: 4 }]],
    [
      'an acknowledgement that goes back',
      [
        { kind: 'ack', fileNo: 0, writtenBytes: 2 },
        { kind: 'ack', fileNo: 0, writtenBytes: 1 },
      ],
    ],
    ['a second request on the same channel', [FROM_START]],
    ['a request for a file that was never offered', [{ ...FROM_START, fileNo: 1 }]],
  ])('%s', async (_, frames) => {
    const { side, receive } = await sending();
    for (const frame of frames) receive(frame);
    expect(side.isViolated).toBe(true);
  });

  it.each<[string, Partial<Extract<FileFrame, { kind: 'from' }>>]>([
    ['from beyond what was sent', { position: 4, writtenBytes: 0 }],
    ['with more written than received', { position: 1, writtenBytes: 2 }],
    ['with less written than before', { position: 2, writtenBytes: 0 }],
  ])('a request %s, on the next channel', async (_, request) => {
    const { side, receive } = await sending();
    receive({ kind: 'ack', fileNo: 0, writtenBytes: 1 });
    side.transfers.useChannel(null);
    side.channel = new FakeFileChannel();
    side.transfers.useChannel(side.channel);
    side.channel.deliver({ ...FROM_START, ...request });
    expect(side.isViolated).toBe(true);
  });

  it('anything but all of a file before the answer, and asking twice', () => {
    for (const wrong of [{ position: 1, writtenBytes: 0 }, {}]) {
      const side = fakeSide('technician');
      side.transfers.send([new FakeFile('a.bin', seededBytes(1, 3))]);
      if (Object.keys(wrong).length === 0) side.channel.deliver(FROM_START);
      expect(side.isViolated).toBe(false);
      side.channel.deliver({ ...FROM_START, ...wrong });
      expect(side.isViolated).toBe(true);
    }
  });

  it('done before everything was sent, and words about a file that was never offered', async () => {
    const side = fakeSide('technician');
    side.transfers.send([new FakeFile('a.bin', seededBytes(1, 3))]);
    side.transfers.handle({ type: 'file-answer', offerId: offerIdOf(side.sent), isAccepted: true });
    const wrong: FileMessage[] = [
      { type: 'file-done', fileNo: 0 },
      { type: 'file-done', fileNo: 1 },
      { type: 'file-refused', fileNo: 1, reason: 'cancelled' },
    ];
    for (const message of wrong) {
      expect(codeOf(() => side.transfers.handle(message))).toBe('protocol-violation');
    }
  });

  it('two answers to one offer', async () => {
    const { side } = await sending();
    const [offer] = side.sent;
    const offerId = offer?.type === 'file-offer' ? offer.offerId : '';
    expect(codeOf(() => side.transfers.handle({ type: 'file-answer', offerId, isAccepted: true }))).toBe(
      'protocol-violation',
    );
  });
});

describe('a sender', () => {
  it('is told when the other side found the file damaged', async () => {
    const { side, receive } = await sending();
    receive({ kind: 'ack', fileNo: 0, writtenBytes: 3 });
    expect(side.phases()).toEqual(['checking']);
    side.transfers.handle({ type: 'file-refused', fileNo: 0, reason: 'damaged' });
    expect(side.only().progress).toEqual({ phase: 'failed', code: 'file-damaged' });
  });

  it('believes that a file is there, though acknowledgements of it are still on their way, or lost', async () => {
    const { side, receive } = await sending();
    expect(side.phases()).toEqual(['running']);
    side.transfers.handle({ type: 'file-done', fileNo: 0 });
    expect(side.phases()).toEqual(['done']);
    receive({ kind: 'ack', fileNo: 0, writtenBytes: 3 });
    expect(side.isViolated).toBe(false);
  });

  it('waits for room in the channel, and reads one block ahead meanwhile', async () => {
    const side = fakeSide('technician');
    const file = new FakeFile('a.bin', seededBytes(1, 5 * 1024 * 1024));
    side.channel.hasRoom = false;
    side.transfers.send([file]);
    side.transfers.handle({ type: 'file-answer', offerId: offerIdOf(side.sent), isAccepted: true });
    await settle();
    expect(file.reads).toBe(0);
    side.channel.deliver(FROM_START);
    await settle();
    expect(side.channel.sent).toEqual([]);
    expect(file.reads).toBe(2);
    side.channel.makeRoom();
    await settle();
    expect(side.channel.sentOf('end')).toHaveLength(1);
  });

  it('never has more on its way than the window, and goes on when the other side has written', async () => {
    const side = fakeSide('technician');
    side.transfers.send([new FakeFile('a.bin', new Uint8Array(FILE_WINDOW_BYTES + 3_000_000))]);
    // It may be here before the answer, which goes another way.
    side.channel.deliver(FROM_START);
    side.transfers.handle({ type: 'file-answer', offerId: offerIdOf(side.sent), isAccepted: true });
    await settle();
    const sent = () => side.channel.sentOf('data').reduce((sum, { bytes }) => sum + bytes.length, 0);
    const first = sent();
    expect(first).toBeLessThanOrEqual(FILE_WINDOW_BYTES);
    expect(first).toBeGreaterThan(FILE_WINDOW_BYTES - 2 * 1024 * 1024);
    side.channel.deliver({ kind: 'ack', fileNo: 0, writtenBytes: 3_000_000 });
    await settle();
    expect(sent()).toBeGreaterThan(first);
    expect(sent()).toBeLessThanOrEqual(FILE_WINDOW_BYTES + 3_000_000);
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

function offerIdOf([offer]: readonly FileMessage[]): string {
  return offer?.type === 'file-offer' ? offer.offerId : '';
}
