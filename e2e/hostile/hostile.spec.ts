// Whoever has joined a session may be hostile: generated frames on every channel, in real browsers. One side is a page of
// ours that really proves itself and is then in the test's hands; the other side has to answer all the time, keep its
// memory, and go on or end with a code that a person can look up. A session that has ended is made anew, with the next
// seed. HOSTILE_SECONDS says for how long each story does so, HOSTILE_SEED with which seed it begins.

import {
  answerSaveDialogs,
  type Chosen,
  saveOffer,
  sendFromCustomer,
  sendFromTechnician,
} from '../received-files.ts';
import { expect } from '../story.ts';
import { ControlFrames, negotiation, negotiationFrame } from './control-frames.ts';
import type { Frame, HandshakeFrame } from './hostile-page.ts';
import type { Random } from './random.ts';
import { type Attack, besiege, join, type Siege, speakByPage, test } from './siege.ts';

/** Between two bursts, in ms: fifteen frames each are below what the control channel lets through. */
const BURST_INTERVAL_MS = 70;
/** The same for notes, of which the server passes on twenty a second. */
const NOTE_INTERVAL_MS = 60;
/** The server lets an address join one session six times at once. */
const TRIES_PER_SESSION = 5;
const FILE: Chosen = {
  name: 'a.bin',
  mimeType: 'application/octet-stream',
  buffer: Buffer.alloc(6_000_000, 'a'),
};

test.beforeEach(() => test.setTimeout(120_000 + 2_000 * Number(process.env.HOSTILE_SECONDS ?? 0)));

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function onControl(siege: Siege): Promise<Attack> {
  const { hostile, hostileRole, random } = siege;
  await join(siege);
  const frames = new ControlFrames(random, hostileRole, await hostile.cutOff());
  return {
    attack: async () => {
      await hostile.send('control', frames.burst());
      await pause(BURST_INTERVAL_MS);
      return false;
    },
    speak: async (text) => void (await hostile.send('control', [frames.chat(text)])),
  };
}

/** A file goes each way when it begins. */
async function onFiles(siege: Siege): Promise<Attack> {
  const { hostile, hostileRole, honest, random } = siege;
  await join(siege);
  for (const { page } of [hostile, honest])
    await answerSaveDialogs(page, { isDiskStuck: random.chance(0.5) });
  const [sendToCustomer, sendToTechnician] = [
    () => sendFromTechnician(siege.technician.page, [FILE]),
    () => sendFromCustomer(siege.customer.page, [FILE]),
  ];
  await sendToCustomer();
  await saveOffer(siege.customer.page);
  await sendToTechnician();
  await saveOffer(siege.technician.page);
  await expect.poll(async () => (await hostile.fileFrames()).length).toBeGreaterThan(1);
  const control = new ControlFrames(random, hostileRole, await hostile.cutOff());
  return {
    attack: async () => {
      const real = await hostile.fileFrames();
      if (random.chance(0.2)) await hostile.send('control', control.fileBurst());
      else
        await hostile.send(
          'files',
          random.times(1 + random.below(8), () => fileFrame(random, real)),
        );
      await pause(BURST_INTERVAL_MS);
      return false;
    },
    speak: async (text) => void (await hostile.send('control', [control.chat(text)])),
  };
}

function fileFrame(random: Random, real: readonly Uint8Array[]): Frame {
  const frame = random.pick(real);
  if (random.chance(0.5)) return frame;
  if (random.chance(0.8)) return random.damagedBytes(frame);
  return random.pick([
    Uint8Array.of(random.below(32), ...random.bytes(random.below(40))),
    random.bytes(random.pick([0, 5, 100_000])),
    random.text(10),
  ]);
}

/** Negotiation of the session's connection, and of the one for files. The page goes on as it would. */
async function onNegotiation(siege: Siege): Promise<Attack> {
  const { hostile, random } = siege;
  await join(siege);
  await expect.poll(async () => (await hostile.descriptions()).length).toBeGreaterThan(1);
  const descriptions = await hostile.descriptions();
  return {
    attack: async () => {
      const count = random.pick([1, 1, 1, 10]);
      await hostile.send(
        'control',
        random.times(count, () => negotiationFrame(random, descriptions)),
      );
      await pause(BURST_INTERVAL_MS);
      return false;
    },
    speak: (text) => speakByPage(siege, text),
  };
}

/** Notes through signalling: made up, brought again, and sealed as only this side can. */
async function onNotes(siege: Siege): Promise<Attack> {
  const { hostile, random } = siege;
  await join(siege);
  await expect.poll(async () => (await hostile.descriptions()).length).toBeGreaterThan(1);
  const descriptions = await hostile.descriptions();
  const note = () =>
    random.pick<unknown>([
      { type: random.pick(['restart', 'ask', 'returned', 'newer']) },
      random.chance(0.1) ? { type: 'gone' } : { type: 'ask' },
      negotiation(random, descriptions),
      random.damaged(negotiation(random, descriptions)),
    ]);
  return {
    attack: async () => {
      const boxes = await hostile.boxes();
      if (random.chance(0.2))
        await hostile.signal(Buffer.from(random.bytes(random.below(200))).toString('base64url'));
      else if (random.chance(0.3) && boxes.length > 0) await hostile.signal(random.pick(boxes));
      else await hostile.signalNote(note(), random.pick([undefined, undefined, 'none', 'x']));
      await pause(NOTE_INTERVAL_MS);
      return false;
    },
    speak: (text) => speakByPage(siege, text),
  };
}

/** What comes in place of the proof. */
async function onHandshake(siege: Siege, codes: (string | null)[]): Promise<Attack> {
  const { customer, hostile, link, random } = siege;
  const code = customer.page.locator('deskside-error-notice .code').first();
  const toolbar = customer.page.getByRole('toolbar', { name: 'Support session' });
  let tries = 0;
  const button = customer.button('Join without sharing');
  const tryToJoin = async () => {
    await customer.open('about:blank');
    await customer.open(link);
    await expect(button.or(code).first()).toBeVisible();
    // The technician's side may have let this customer in, who then turned away; the link was used by that.
    if (await code.isVisible()) return;
    await button.click();
    const ended = customer.page.getByRole('heading', { name: 'Session ended' });
    await expect(code.or(toolbar).or(ended).first()).toBeVisible();
  };
  return {
    attack: async () => {
      await hostile.replaceHandshake(handshake(random));
      await tryToJoin();
      if (!(await code.isVisible())) return true;
      codes.push((await code.textContent())?.replace('Code: ', '').trim() ?? '');
      tries += 1;
      return tries === TRIES_PER_SESSION || codes.at(-1) === 'link-used';
    },
    speak: async (text) => {
      await hostile.letGo();
      await tryToJoin();
      await speakByPage(siege, text);
    },
  };
}

function handshake(random: Random): HandshakeFrame[] {
  const hello = Uint8Array.of(1, 1, random.pick([0, 1, 2]), random.below(5), ...random.bytes(32));
  const proof = Uint8Array.of(2, ...random.bytes(32));
  const single = (): HandshakeFrame =>
    random.pick<HandshakeFrame>([
      'real',
      { turnBit: random.below(300) },
      hello,
      proof,
      random.bytes(random.pick([0, 1, 33, 36, 68, 70_000])),
      JSON.stringify(random.json()) ?? '',
      '{"type":"end"}',
    ]);
  // At least one that is wrong, or nobody would be refused.
  return random.chance(0.2)
    ? random.times(random.pick([63, 200]), single)
    : [{ turnBit: random.below(300) }, ...random.times(random.below(3), single)];
}

test('generated frames on the control channel, from a hostile technician', ({ sides }) =>
  besiege('technician', sides, onControl));
test('generated frames on the control channel, from a hostile customer', ({ sides }) =>
  besiege('customer', sides, onControl));
test('generated frames on the files channel, from a hostile technician', ({ sides }) =>
  besiege('technician', sides, onFiles));
test('generated frames on the files channel, from a hostile customer', ({ sides }) =>
  besiege('customer', sides, onFiles));
test('generated frames in place of the proof, from a hostile technician', ({ sides }) =>
  besiege('technician', sides, onHandshake));
test('generated negotiation, from a hostile technician', ({ sides }) =>
  besiege('technician', sides, onNegotiation));
test('generated sealed notes, from a hostile technician', ({ sides }) =>
  besiege('technician', sides, onNotes));
