// The program behind `npm run technician`: which file, what to do, and what to say. See technician-commands.ts.

import { readFileSync } from 'node:fs';
import { readConfig } from './config.ts';
import { EditProblem } from './edit-technicians.ts';
import { readPassword } from './read-password.ts';
import { runTechnicianCommand } from './technician-commands.ts';

async function main(): Promise<void> {
  const result = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  if (!result.ok) throw new EditProblem(result.problems.join('\n'));
  const { techniciansFile: path } = result.config;
  if (path === null) {
    throw new EditProblem('DESKSIDE_TECHNICIANS_FILE is not set. It names the file, for the server too.');
  }
  await runTechnicianCommand(process.argv.slice(2), {
    path,
    readPassword,
    print: (line) => void process.stdout.write(`${line}\n`),
  });
}

try {
  await main();
} catch (error) {
  if (!(error instanceof EditProblem)) throw error;
  process.stderr.write(`${error.message.trimEnd()}\n`);
  process.exitCode = 1;
}
