// `npm run bench`: how long it takes until a customer is in, how long until the picture is there, how much must be
// loaded before, how fast files go and what 1 GB costs in memory. Each number stands beside an alternative that does
// the same in the same run, round about, because machines are noisy and only the ratio means something. `--quick`
// does three rounds of less; `--files` only what concerns files, `--lines` only files over lines with delay and loss,
// `--lines=TEXT` only over those whose names hold that text, and with whole files however quick.

import { chromium } from 'playwright';
import { buildIfNeeded } from '../scripts/build-if-needed.mjs';
import { chromiumLaunchOptions, findChromium, HOW_TO_GET_CHROMIUM } from '../scripts/chromium.mjs';
import { measureBare } from './bare.mjs';
import { startBareServer } from './bare-server.mjs';
import { measureDeskside } from './deskside.mjs';
import { measureFiles, measureLine, measureSmallFiles } from './files.mjs';
import { measureLauncher, measureSize } from './size.mjs';
import { startServer } from './start-server.mjs';

const IS_QUICK = process.argv.includes('--quick');
const ROUNDS = IS_QUICK ? 3 : 9;
/** PeerJS is slow enough to be left out where time is short. */
const FILES = IS_QUICK
  ? { rounds: 3, rateBytes: 50_000_000, memoryBytes: 0, alternatives: ['deskside', 'bare'] }
  : {
      rounds: 7,
      rateBytes: 100_000_000,
      memoryBytes: 1_000_000_000,
      alternatives: ['deskside', 'bare', 'peerjs'],
    };
/** Many small ones, against one that is as large as all of them. */
const SMALL_FILES = IS_QUICK
  ? { rounds: 1, count: 100, sizeBytes: 10_000 }
  : { rounds: 7, count: 500, sizeBytes: 10_000 };
/** One way, each: what a packet meets between two browsers. */
const LINES = [
  ['RTT 50 ms', { delayMs: 25 }, 50_000_000],
  ['RTT 40 ms, 0.5 % loss', { delayMs: 20, lossShare: 0.005 }, 20_000_000],
  ['RTT 40 ms, 1 % loss', { delayMs: 20, lossShare: 0.01 }, 20_000_000],
  ['RTT 40 ms, 3 % loss', { delayMs: 20, lossShare: 0.03 }, 10_000_000],
  [
    'RTT 50 ms, 100 Mbit/s, queue of 256 KiB',
    { delayMs: 25, bytesPerSecond: 12_500_000, queueBytes: 262_144 },
    50_000_000,
  ],
];
/** What may be loaded until the Join buttons can be pressed, in bytes after gzip. */
const SIZE_LIMIT_BYTES = 60_000;
const LAUNCHER_LIMIT_BYTES = 10_000;
/** Chromium's picker is answered by this title. */
const PICTURE_TITLE = 'Bench picture';

const path = findChromium();
if (path === null) {
  process.stderr.write(`${HOW_TO_GET_CHROMIUM}\n`);
  process.exit(1);
}
await buildIfNeeded();
const server = await startServer();
const bareServer = await startBareServer();
const options = chromiumLaunchOptions(path, [`--auto-select-tab-capture-source-by-title=${PICTURE_TITLE}`]);
const [technicians, customers] = await Promise.all([chromium.launch(options), chromium.launch(options)]);

try {
  const lines = process.argv.find((argument) => /^--lines(=|$)/.test(argument));
  if (lines !== undefined) {
    await measureLines(lines.slice('--lines='.length));
  } else {
    if (!process.argv.includes('--files')) await measurePages();
    reportFiles(await measureFiles(options, { server, bareServer }, FILES));
    reportSmallFiles(await measureSmallFiles(options, { server, bareServer }, SMALL_FILES));
  }
} finally {
  await Promise.all([technicians.close(), customers.close(), server.stop(), bareServer.close()]);
}

async function measurePages() {
  const size = await measureSize(customers, technicians, server);
  const rounds = { deskside: [], bare: [] };
  // One round of each to warm up, not counted.
  await measureDeskside(customers, technicians, server, PICTURE_TITLE);
  await measureBare(customers, technicians, bareServer.url, PICTURE_TITLE);
  for (let round = 0; round < ROUNDS; round++) {
    rounds.deskside.push(await measureDeskside(customers, technicians, server, PICTURE_TITLE));
    rounds.bare.push(await measureBare(customers, technicians, bareServer.url, PICTURE_TITLE));
  }
  report(rounds, size);
  reportLauncher(await measureLauncher(server));
}

async function measureLines(part) {
  const alternatives = IS_QUICK ? ['deskside', 'bare'] : ['deskside', 'bare', 'peerjs'];
  for (const [title, conditions, rateBytes] of LINES.filter(([name]) => name.includes(part))) {
    const plan = {
      rounds: FILES.rounds,
      rateBytes: IS_QUICK && part === '' ? rateBytes / 5 : rateBytes,
      alternatives,
    };
    const { rates, connections } = await measureLine(options, { server, bareServer }, conditions, plan);
    process.stdout.write(
      `\n${title}, ${plan.rateBytes / 1_000_000} MB, medians of ${plan.rounds} rounds in turn:\n`,
    );
    reportRates(rates);
    process.stdout.write(
      `  (Deskside with ${connections} connections in the end, the session's own among them)\n`,
    );
  }
}

function reportFiles({ rates, memory }) {
  const megabytes = (bytes) => (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0);
  process.stdout.write(
    `\nFiles of ${megabytes(FILES.rateBytes)} MB, medians of ${FILES.rounds} rounds in turn:\n`,
  );
  reportRates(rates);
  if (memory === null) return;
  process.stdout.write(`Peak of memory above the beginning, for ${megabytes(FILES.memoryBytes)} MB:\n`);
  for (const [name, title] of [
    ['deskside', 'Deskside                 '],
    ['bare', 'bare, collected in a Blob'],
  ]) {
    const { rendererBytes, allBytes } = memory[name];
    process.stdout.write(
      `  ${title}  both renderers ${megabytes(rendererBytes)} MB, all processes ${megabytes(allBytes)} MB\n`,
    );
  }
}

function reportSmallFiles({ many, one }) {
  const { rounds, count, sizeBytes } = SMALL_FILES;
  const [ours, theirs] = [summary(many), summary(one)];
  process.stdout.write(
    `\n${count} files of ${sizeBytes / 1000} kB, median of ${rounds} in turn: ${ours.text}; one as large as all ${theirs.text}`,
  );
  process.stdout.write(`   ratio ${(ours.median / theirs.median).toFixed(1)}\n`);
}

function reportRates(rates) {
  const ours = summary(
    rates.deskside.map((rate) => rate / 1_000_000),
    'MB/s',
  );
  process.stdout.write(`  Deskside, saved and checked  ${ours.text}\n`);
  for (const [name, title] of [
    ['bare', 'bare data channel          '],
    ['peerjs', 'PeerJS send(Blob)          '],
  ]) {
    if (rates[name] === undefined) continue;
    const theirs = summary(
      rates[name].map((rate) => rate / 1_000_000),
      'MB/s',
    );
    process.stdout.write(`  ${title}  ${theirs.text}   ratio ${(ours.median / theirs.median).toFixed(2)}\n`);
  }
}

function report(rounds, size) {
  process.stdout.write(
    `\nMedians of ${ROUNDS} rounds, Deskside and bare RTCPeerConnection in turn (lowest–highest):\n`,
  );
  for (const [name, key] of [
    ['link opened → joined', 'joinedMs'],
    ['click → first frame ', 'firstFrameMs'],
  ]) {
    const ours = summary(rounds.deskside.map((round) => round[key]));
    const bare = summary(rounds.bare.map((round) => round[key]));
    const ratio = (ours.median / bare.median).toFixed(2);
    process.stdout.write(`  ${name}  ${ours.text}   bare ${bare.text}   ratio ${ratio}\n`);
  }
  process.stdout.write(
    `  until the Join buttons are enabled: ${size.totalBytes} bytes gzip in ${size.files.length} files`,
  );
  process.stdout.write(` (limit ${SIZE_LIMIT_BYTES})\n`);
  for (const { name, bytes } of size.files)
    process.stdout.write(`      ${String(bytes).padStart(6)}  ${name}\n`);
  if (size.totalBytes > SIZE_LIMIT_BYTES) {
    process.stderr.write('Too much is loaded before the Join buttons are enabled.\n');
    process.exitCode = 1;
  }
}

function reportLauncher(bytes) {
  process.stdout.write(`  the launcher, embed.js: ${bytes} bytes gzip (limit ${LAUNCHER_LIMIT_BYTES})\n`);
  if (bytes <= LAUNCHER_LIMIT_BYTES) return;
  process.stderr.write('The launcher is too large.\n');
  process.exitCode = 1;
}

function summary(values, unit = 'ms') {
  const sorted = [...values].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  const text = (value) => value.toFixed(value < 10 ? 1 : 0);
  return { median, text: `${text(median)} ${unit} (${text(sorted[0])}–${text(sorted.at(-1))})` };
}
