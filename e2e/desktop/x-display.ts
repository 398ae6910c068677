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
  const geometryOf = async (id: string): Promise<Partial<Record<string, number>>> => {
    const lines = (await xdotool('getwindowgeometry', '--shell', id)).split('\n');
    return Object.fromEntries(
      lines.map((line) => line.split('=')).map(([key, value]) => [key, Number(value)]),
    );
  };
  start('openbox', []);
  return {
    name,
    start,
    async centreOf(title) {
      const { X = 0, Y = 0, WIDTH = 0, HEIGHT = 0 } = await geometryOf(await waitForWindow(title));
      return { x: X + WIDTH / 2, y: Y + HEIGHT / 2 };
    },
    async answerSaveDialog(path) {
      const dialog = await waitForWindow(SAVE_DIALOG);
      await xdotool('windowactivate', '--sync', dialog);
      await xdotool('key', 'ctrl+a');
      await xdotool('type', '--delay', '20', path);
      const deadlineMs = Date.now() + WINDOW_TIMEOUT_MS;
      while ((await findWindow(SAVE_DIALOG)) !== null) {
        if (Date.now() > deadlineMs) throw new Error('the save dialog stays open');
        // Return may only close the list of suggestions, so the button is pressed: at the right below.
        const { WIDTH = 0, HEIGHT = 0 } = await geometryOf(dialog);
        await xdotool('mousemove', '--window', dialog, `${WIDTH - 50}`, `${HEIGHT - 28}`, 'click', '1').catch(
          () => {
            // It has just gone.
          },
        );
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
