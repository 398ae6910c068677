// Asks for a new password: at a terminal twice and unseen, otherwise it is the first line of the input. Never an argument:
// everybody on the machine could read those.

import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

const MAX_INPUT_LENGTH = 4_096;

/** The password; `null` when it was typed differently the second time, or not at all. */
export async function readPassword(): Promise<string | null> {
  if (!process.stdin.isTTY) return readInput();
  const first = await ask('New password: ');
  if (first === null) return null;
  const second = await ask('Once more: ');
  return first === second ? first : null;
}

async function readInput(): Promise<string | null> {
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    text += chunk;
    if (text.length > MAX_INPUT_LENGTH) return null;
  }
  const [line = ''] = text.split(/\r?\n/);
  return line;
}

/** What is typed in one line, without showing it; `null` after Ctrl+C or Ctrl+D. */
function ask(prompt: string): Promise<string | null> {
  // The line editor shows what is typed by writing it out again. From here on the terminal itself shows nothing.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  process.stderr.write(prompt);
  return new Promise((resolve) => {
    lines.once('line', (line) => resolve(line));
    lines.once('close', () => resolve(null));
    lines.once('SIGINT', () => lines.close());
  }).then((line) => {
    lines.close();
    process.stderr.write('\n');
    return typeof line === 'string' ? line : null;
  });
}
