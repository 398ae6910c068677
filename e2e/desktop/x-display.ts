// A real desktop for the stories that need one: an X server of its own (Xvfb) with a window manager, and hands
// for what no browser can be asked to do, such as answering a save dialog (xdotool).

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const DESKTOP_WIDTH = 1600;
export const DESKTOP_HEIGHT = 900;

/** Longest wait for a window to come up, in ms. */
const WINDOW_TIMEOUT_MS = 15_000;

/** What Chromium's save dialog is called. */
const SAVE_DIALOG = 'this site can see edits you make';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface XDisplay {
  /** Such as `:7`; what a program on this desktop needs as DISPLAY. */
  readonly name: string;
  /** Starts a program on this desktop. It ends with the desktop. */
  start(program: string, args: readonly string[]): ChildProcess;
  /** Where the window with that title is, once it is there, in pixels of the desktop. */
  centreOf(title: string): Promise<Point>;
  /** Waits for the browser's save dialog, and answers it with a path. */
  answerSaveDialog(path: string): Promise<void>;
  /** Ends it and everything on it. */
  close(): Promise<void>;
}

/** Starts an empty desktop of 1600 × 900 pixels. */
export async function openXDisplay(): Promise<XDisplay> {
  const children: ChildProcess[] = [];
  const server = spawn(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', `${DESKTOP_WIDTH}x${DESKTOP_HEIGHT}x24`, '-nolisten', 'tcp'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const number = await firstLine(server);
  const name = `:${number}`;
  const env = { ...process.env, DISPLAY: name };
  const xdotool = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await run('xdotool', args, { env });
    return stdout.trim();
  };
  const start = (program: string, args: readonly string[]): ChildProcess => {
    const child = spawn(program, args, { env, stdio: 'ignore' });
    children.push(child);
    return child;
  };
  const findWindow = async (title: string): Promise<string | null> => {
    const found = await xdotool('search', '--onlyvisible', '--name', title).catch(() => '');
    return found.split('\n').at(-1) || null;
  };
  const waitForWindow = async (title: string): Promise<string> => {
    const deadlineMs = Date.now() + WINDOW_TIMEOUT_MS;
    while (Date.now() < deadlineMs) {
      const id = await findWindow(title);
      if (id !== null) return id;
      await delay(100);
    }
    throw new Error(`no window is called ${title}`);
  };
  start('openbox', []);
  return {
    name,
    start,
    async centreOf(title) {
      const geometry = await xdotool('getwindowgeometry', '--shell', await waitForWindow(title));
      const read = (key: string) => Number(new RegExp(`^${key}=(\\d+)$`, 'm').exec(geometry)?.[1]);
      return { x: read('X') + read('WIDTH') / 2, y: read('Y') + read('HEIGHT') / 2 };
    },
    async answerSaveDialog(path) {
      await xdotool('windowactivate', '--sync', await waitForWindow(SAVE_DIALOG));
      await xdotool('key', 'ctrl+a');
      await xdotool('type', '--delay', '20', path);
      // The first Return may only close the list of suggestions.
      const deadlineMs = Date.now() + WINDOW_TIMEOUT_MS;
      while ((await findWindow(SAVE_DIALOG)) !== null) {
        if (Date.now() > deadlineMs) throw new Error('the save dialog stays open');
        await xdotool('key', 'Return');
        await delay(300);
      }
    },
    async close() {
      for (const child of children) child.kill('SIGKILL');
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the program has no standard output');
  for await (const line of createInterface(child.stdout)) return line;
  throw new Error('Xvfb did not start');
}
