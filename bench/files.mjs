// How fast a file goes and how much memory it takes: Deskside, a bare data channel, and PeerJS's `send(Blob)`, in
// turn, in the same two browsers. Their profiles are on disk, so that what is saved is really written.

import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { openBareFiles } from './bare-files.mjs';
import { openDesksideFiles } from './deskside-files.mjs';
import { Line } from './line.mjs';
import { connectByLine, countConnections } from './line-pages.mjs';
import { MemoryWatch } from './memory.mjs';
import { openPeerjsFiles } from './peerjs-files.mjs';

/** What every alternative is: two pages, and a way to move a file from one to the other. */
const OPENERS = { deskside: openDesksideFiles, bare: openBareFiles, peerjs: openPeerjsFiles };

/** Rates of each alternative, in bytes per second, and what 1 GB costs in memory. `plan` says how much is measured. */
export async function measureFiles(options, urls, plan) {
  const folder = await mkdtemp(join(tmpdir(), 'deskside-bench-'));
  try {
    const small = await makeFile(`${folder}/small.bin`, plan.rateBytes);
    const { rates } = await measureRates(options, `${folder}/rates`, urls, small, plan);
    if (plan.memoryBytes === 0) return { rates, memory: null };
    const large = await makeFile(`${folder}/large.bin`, plan.memoryBytes);
    const memory = {};
    // A bare channel whose receiver collects a Blob is what everybody writes first.
    for (const name of ['deskside', 'bare']) {
      memory[name] = await measureMemory(options, `${folder}/${name}`, urls, OPENERS[name], large);
    }
    return { rates, memory };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How long many small files take, and one of the same size as all of them, through the product, in ms. */
export async function measureSmallFiles(options, urls, { rounds, count, sizeBytes }) {
  const folder = await mkdtemp(join(tmpdir(), 'deskside-bench-'));
  try {
    const small = [];
    for (let no = 0; no < count; no++) small.push(await makeFile(`${folder}/small-${no}.bin`, sizeBytes));
    const large = await makeFile(`${folder}/large.bin`, count * sizeBytes);
    const times = { many: [], one: [] };
    for (let round = 0; round < rounds; round++) {
      // Each round in browsers of its own: nothing of the one before stands in the list.
      const browsers = await openBrowsers(options, `${folder}/round-${round}`);
      try {
        const move = await openDesksideFiles(browsers, urls);
        // The first one warms up, and is not counted.
        await move(large);
        times.one.push(await move(large));
        times.many.push(await move(...small));
      } finally {
        await browsers.close();
      }
    }
    return times;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Rates over a line with a delay, or with losses; and how many connections Deskside had open in the end. */
export async function measureLine(options, urls, conditions, plan) {
  const folder = await mkdtemp(join(tmpdir(), 'deskside-bench-'));
  const line = new Line(conditions);
  try {
    const file = await makeFile(`${folder}/file.bin`, plan.rateBytes);
    return await measureRates(options, `${folder}/line`, urls, file, plan, line);
  } finally {
    line.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureRates(options, folder, urls, file, { rounds, alternatives, rateBytes }, line = null) {
  const browsers = await openBrowsers(options, folder);
  try {
    if (line !== null) await connectByLine(line, [browsers.sender, browsers.receiver]);
    const movers = {};
    for (const name of alternatives) movers[name] = await OPENERS[name](browsers, urls);
    const rates = Object.fromEntries(alternatives.map((name) => [name, []]));
    // The first round warms up, and is not counted.
    for (let round = 0; round <= rounds; round++) {
      for (const name of alternatives) {
        const elapsedMs = await movers[name](file);
        if (round > 0) rates[name].push((rateBytes / elapsedMs) * 1000);
      }
    }
    const pages = line === null ? [] : browsers.receiver.pages();
    // The first one is the browser's own, and empty.
    const counts = await Promise.all(pages.slice(1).map(countConnections));
    return { rates, connections: Math.max(0, ...counts) };
  } finally {
    await browsers.close();
  }
}

/** Peaks above what the browsers took before, in bytes: their renderers, and all their processes. */
async function measureMemory(options, folder, urls, openAlternative, file) {
  const browsers = await openBrowsers(options, folder);
  try {
    const move = await openAlternative(browsers, urls);
    const watch = await MemoryWatch.start(browsers.folders);
    await move(file);
    return await watch.stop();
  } finally {
    await browsers.close();
  }
}

async function openBrowsers(options, folder) {
  const folders = [`${folder}-sender`, `${folder}-receiver`];
  const [sender, receiver] = await Promise.all(
    folders.map((each) => chromium.launchPersistentContext(each, { ...options, locale: 'en-GB' })),
  );
  return { sender, receiver, folders, close: () => Promise.all([sender.close(), receiver.close()]) };
}

/** A file that does not compress. */
async function makeFile(path, sizeBytes) {
  const block = new Uint32Array(256 * 1024);
  let state = 1;
  const handle = await open(path, 'w');
  for (let written = 0; written < sizeBytes; written += block.byteLength) {
    for (let index = 0; index < block.length; index++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      block[index] = state;
    }
    await handle.write(new Uint8Array(block.buffer, 0, Math.min(block.byteLength, sizeBytes - written)));
  }
  await handle.close();
  return path;
}
