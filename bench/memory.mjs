// How much memory browsers take, by what the kernel says of their processes (Linux): private and shared memory,
// without what is only mapped from disk.

import { readdir, readFile } from 'node:fs/promises';

const INTERVAL_MS = 200;

export class MemoryWatch {
  #folders;
  #baseline;
  #peak;
  #timer;
  #sampling = Promise.resolve();

  /** Watches the browsers that run on these profile folders, from now on. */
  static async start(folders) {
    const watch = new MemoryWatch();
    watch.#folders = folders;
    watch.#baseline = await watch.#sample();
    watch.#peak = { ...watch.#baseline };
    watch.#timer = setInterval(() => {
      watch.#sampling = watch.#sampling.then(() => watch.#note());
    }, INTERVAL_MS);
    return watch;
  }

  /** Peaks above the beginning, in bytes. */
  async stop() {
    clearInterval(this.#timer);
    await this.#sampling;
    return {
      rendererBytes: this.#peak.rendererBytes - this.#baseline.rendererBytes,
      allBytes: this.#peak.allBytes - this.#baseline.allBytes,
    };
  }

  async #note() {
    const now = await this.#sample();
    for (const key of Object.keys(now)) this.#peak[key] = Math.max(this.#peak[key], now[key]);
  }

  async #sample() {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
    const processes = (await Promise.all(pids.map(readProcess))).filter((each) => each !== null);
    const inBrowsers = new Set(
      processes
        .filter(({ command }) =>
          this.#folders.some((folder) => command.includes(`--user-data-dir=${folder}\0`)),
        )
        .map(({ pid }) => pid),
    );
    // Children of children: processes that a browser starts do not all name its folder.
    for (let before = -1; before !== inBrowsers.size; ) {
      before = inBrowsers.size;
      for (const { pid, parent } of processes) if (inBrowsers.has(parent)) inBrowsers.add(pid);
    }
    const own = processes.filter(({ pid }) => inBrowsers.has(pid));
    const sum = (some) => some.reduce((total, { bytes }) => total + bytes, 0);
    return {
      rendererBytes: sum(own.filter(({ command }) => command.includes('--type=renderer'))),
      allBytes: sum(own),
    };
  }
}

async function readProcess(pid) {
  try {
    const [status, command] = await Promise.all([
      readFile(`/proc/${pid}/status`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
    ]);
    const number = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    const bytes = (number('RssAnon') + number('RssShmem')) * 1024;
    return { pid: Number(pid), parent: number('PPid'), command, bytes };
  } catch {
    // It has ended meanwhile.
    return null;
  }
}
