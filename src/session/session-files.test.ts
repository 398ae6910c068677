// Files as part of a session: from its connection to its state, and what its end does to them.

import { describe, expect, it } from 'vitest';
import { BLOCK_BYTES } from '../protocol/blocks.ts';
import type { SessionMessage } from '../protocol/control-message.ts';
import { ALL_PERMITTED, type Permissions } from '../protocol/permissions.ts';
import { codeOf } from '../protocol/testing/code-of.ts';
import { CustomerSession } from './customer-session.ts';
import { checksumOf, FakeFile, fakeFilePorts, seededBytes } from './file-ports.fake.ts';
import { FakeCapture, FakeConnection, FakeConnector, fakeSupportPorts } from './ports.fake.ts';
import { settle } from './transfer-pair.fake.ts';

async function connected(permissions: Permissions = ALL_PERMITTED) {
  const ports = {
    ...fakeSupportPorts(),
    permissions,
    connector: new FakeConnector(),
    capture: new FakeCapture(),
  };
  const session = new CustomerSession({ name: 'Ana', organisation: null, verified: 'none' }, 'en', ports);
  const connection = new FakeConnection();
  session.join({ shareScreen: false });
  ports.connector.attempt.resolve(connection);
  await settle();
  const progress = () => session.state.value.files.transfers.map((transfer) => transfer.progress);
  return { ...ports, session, connection, progress };
}

const { digest } = fakeFilePorts();
const OFFER = {
  type: 'file-offer',
  offerId: 'theirs',
  files: [{ fileNo: 0, name: 'a.txt', sizeBytes: 10 }],
} satisfies SessionMessage;
const tenBytes = new FakeFile('mine.txt', seededBytes(1, 10));

describe('files in a session', () => {
  it('are offered on the control channel, and travel on their own', async () => {
    const { session, connection, progress } = await connected();
    session.sendFiles([tenBytes]);
    const [offer] = connection.sentOf('file-offer');
    expect(offer?.files).toEqual([{ fileNo: 0, name: 'mine.txt', sizeBytes: 10 }]);
    connection.deliver({ type: 'file-answer', offerId: offer?.offerId ?? '', isAccepted: true });
    await settle();
    expect(connection.files.sent.map(({ kind }) => kind)).toEqual(['block', 'data']);
    expect(progress()).toMatchObject([{ phase: 'running' }]);
    session.cancelTransfer(session.state.value.files.transfers[0]?.id ?? '');
    expect(progress()).toEqual([{ phase: 'cancelled', by: 'customer' }]);
  });

  it('are saved where the person says, in the very click', async () => {
    const { session, connection, files, progress } = await connected();
    connection.deliver(OFFER);
    session.answerOffer('theirs', true);
    expect(files.saver.asked).toHaveLength(1);
    expect(progress()).toEqual([{ phase: 'choosing' }]);
  });

  it('are cancelled when somebody ends the session', async () => {
    const { session, connection, progress } = await connected();
    connection.deliver(OFFER);
    session.sendFiles([tenBytes]);
    connection.deliver({ type: 'end' });
    expect(progress()).toEqual([
      { phase: 'cancelled', by: 'technician' },
      { phase: 'cancelled', by: 'technician' },
    ]);
    session.answerOffer('theirs', false);
    expect(connection.sentOf('file-answer')).toEqual([]);
  });

  const whole = seededBytes(1, BLOCK_BYTES + 5);

  /** A block comes in, as its sender sends it. */
  async function deliverBlock({ files }: FakeConnection, blockNo: number) {
    const bytes = whole.slice(blockNo * BLOCK_BYTES, (blockNo + 1) * BLOCK_BYTES);
    files.deliver({ kind: 'block', fileNo: 0, blockNo, leaf: await digest(bytes) });
    for (let at = 0; at < bytes.length; at += 65_000) {
      files.deliver({ kind: 'data', bytes: bytes.subarray(at, at + 65_000) });
    }
    await settle();
  }

  /** The first of two blocks is here when the connection is lost. */
  async function halfThere() {
    const parts = await connected();
    const { session, connection, files, progress } = parts;
    connection.deliver({ ...OFFER, files: [{ fileNo: 0, name: 'a.txt', sizeBytes: whole.length }] });
    files.saver.answersYes = true;
    session.answerOffer('theirs', true);
    await settle();
    await deliverBlock(connection, 0);
    connection.breakFiles();
    connection.change({ status: 'closed', code: 'connection-lost' });
    await settle();
    expect(progress()).toMatchObject([{ phase: 'running' }]);
    return { ...parts, place: () => files.saver.places[0] };
  }

  it('go on over the next connection, with what is missing', async () => {
    const { connector, place, progress } = await halfThere();
    const next = new FakeConnection({ life: 'their-life', receivedNo: 1 }, 1);
    connector.rejoin?.onConnection(next);
    await settle();
    await deliverBlock(next, 1);
    expect(place()?.bytes).toEqual(whole);
    next.deliver({ type: 'file-checksum', fileNo: 0, checksum: checksumOf(whole) });
    await settle();
    expect(progress()).toMatchObject([{ phase: 'done', checksum: checksumOf(whole) }]);
  });

  it('that the other side sends again, not knowing that they are there, are acknowledged at once', async () => {
    const { connector, place } = await halfThere();
    const next = new FakeConnection({ life: 'their-life', receivedNo: 1 }, 1);
    connector.rejoin?.onConnection(next);
    next.files.deliver({
      kind: 'block',
      fileNo: 0,
      blockNo: 0,
      leaf: await digest(whole.slice(0, BLOCK_BYTES)),
    });
    expect(next.files.sent).toEqual([{ kind: 'written', fileNo: 0, blockNo: 0 }]);
    expect(place()?.blocks).toHaveLength(1);
  });

  it('stop when the other page was loaded again, and go on when its person chooses them once more', async () => {
    const { connector, place, progress, session } = await halfThere();
    const next = new FakeConnection({ life: 'another-life', receivedNo: 1 }, 1);
    connector.rejoin?.onConnection(next);
    await settle();
    expect(progress()).toMatchObject([{ phase: 'held', reason: 'file-needed' }]);
    expect(place()?.state).toBe('suspended');
    // And both count from the beginning again.
    session.sendFiles([tenBytes]);
    expect(next.sentOf('file-offer')[0]?.files[0]?.fileNo).toBe(0);
    next.deliver({ ...OFFER, offerId: 'again' });
    expect(progress().map(({ phase }) => phase)).toEqual(['held', 'offered', 'offered']);
  });

  it.each([
    ['a message', (connection: FakeConnection) => connection.deliver({ type: 'file-done', fileNos: [3] })],
    [
      'a frame',
      (connection: FakeConnection) => connection.files.deliver({ kind: 'written', fileNo: 3, blockNo: 1 }),
    ],
  ])('close the session when the other side breaks the protocol with %s', async (_, breakIt) => {
    const { session, connection } = await connected();
    breakIt(connection);
    expect(connection.isClosed).toBe(true);
    expect(session.state.value.connection).toMatchObject({ phase: 'ended', code: 'protocol-violation' });
  });

  it('are offered when there is a connection again', async () => {
    const { session, connection, connector, progress } = await connected();
    connection.change({ status: 'closed', code: null });
    session.sendFiles([tenBytes]);
    expect(progress()).toEqual([{ phase: 'offered' }]);
    const next = new FakeConnection({ life: 'their-life', receivedNo: 0 });
    connector.rejoin?.onConnection(next);
    await settle();
    expect(next.sentOf('file-offer')).toHaveLength(1);
  });

  it('cannot be offered without a session, and then nothing is shown', async () => {
    const { session, progress } = await connected();
    session.end();
    expect(codeOf(() => session.sendFiles([tenBytes]))).toBe('connection-lost');
    expect(progress()).toEqual([]);
  });

  it('are refused on the customer’s side when they are withheld, whatever the technician’s page does', async () => {
    const withheld = [
      { ...ALL_PERMITTED, filesToCustomer: false },
      { ...ALL_PERMITTED, maxFileBytes: 9 },
      { ...ALL_PERMITTED, fileTypes: ['pdf'] },
    ];
    for (const permissions of withheld) {
      const { session, connection, progress } = await connected(permissions);
      connection.deliver(OFFER);
      expect(session.state.value.connection).toMatchObject({ phase: 'ended', code: 'not-permitted' });
      expect(connection.isClosed).toBe(true);
      expect(progress()).toEqual([]);
    }
  });

  it('are not offered by the customer either when that is withheld', async () => {
    const { session, progress } = await connected({ ...ALL_PERMITTED, filesToTechnician: false });
    expect(codeOf(() => session.sendFiles([tenBytes]))).toBe('not-permitted');
    const large = await connected({ ...ALL_PERMITTED, maxFileBytes: 9 });
    expect(codeOf(() => large.session.sendFiles([tenBytes]))).toBe('file-not-permitted');
    expect(progress()).toEqual([]);
  });

  it('are too many when their names alone fill a message', async () => {
    const { session, progress } = await connected();
    const longName = 'x'.repeat(1_000);
    const many = Array.from({ length: 500 }, () => new FakeFile(longName, seededBytes(1, 1)));
    expect(codeOf(() => session.sendFiles(many))).toBe('files-too-many');
    expect(progress()).toEqual([]);
  });
});
