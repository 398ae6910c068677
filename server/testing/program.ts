// The program itself, built and run as people run it.

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');

export class Program {
  readonly #folder: string;
  readonly #children: ChildProcess[] = [];

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param name is that of the folder to build into: one for each file of tests, as they run side by side. */
  static async build(name: string): Promise<Program> {
    // Below node_modules, so that the program finds its packages.
    const outDir = join(ROOT, 'node_modules/.cache', name);
    await build({
      root: ROOT,
      logLevel: 'silent',
      build: { ssr: 'server/main.ts', outDir, copyPublicDir: false },
    });
    return new Program(outDir);
  }

  /** Starts it, with nothing in its environment but this; it keeps no state unless told to. */
  run(environment: Record<string, string>) {
    const env = { PATH: process.env.PATH ?? '', DESKSIDE_STATE_DIR: 'none', ...environment };
    const child = spawn(process.execPath, [join(this.#folder, 'main.js')], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#children.push(child);
    const output = { stdout: '', stderr: '' };
    let onOutput = () => {};
    child.stdout.on('data', (data) => {
      output.stdout += data;
      onOutput();
    });
    child.stderr.on('data', (data) => {
      output.stderr += data;
    });
    return {
      child,
      output,
      /** Settles when both lines are there, with the server's address and the console token. */
      ready: new Promise<{ url: string; token: string }>((resolve) => {
        onOutput = () => {
          const [, url = '', token] = /console: (.*)\/technician\.html#(.*)\n/.exec(output.stdout) ?? [];
          if (token !== undefined) resolve({ url, token });
        };
      }),
      exit: new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code))),
    };
  }

  /** Ends whatever still runs. */
  killAll(): void {
    for (const child of this.#children) child.kill('SIGKILL');
  }
}
