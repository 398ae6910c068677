// What `npm run technician` can do with the file of technicians: add, remove, list, another password.

import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { MAX_NAME_LENGTH, MAX_PASSWORD_LENGTH, MAX_USERNAME_LENGTH } from '../src/protocol/limits.ts';
import { EditProblem, editTechnicians, readTechnicians } from './edit-technicians.ts';
import { hashPassword, isLongEnough, MIN_PASSWORD_LENGTH } from './password-hash.ts';
import { shownNameSchema } from './shown-name.ts';
import { usernameSchema } from './technician.ts';
import { type Account, emailSchema } from './technicians-file.ts';

export const USAGE = `Usage:
  npm run technician -- add USERNAME --name NAME [--organisation ORGANISATION] [--email ADDRESS]
  npm run technician -- password USERNAME
  npm run technician -- remove USERNAME
  npm run technician -- list

The password is asked for, or read from the standard input. A running server notices the change by itself.
`;

export interface CommandParts {
  /** The file. */
  readonly path: string;
  /** `null`: none was given. */
  readPassword(): Promise<string | null>;
  print(line: string): void;
}

/** Does what the arguments say. Rejects with an `EditProblem` that says why it cannot. */
export async function runTechnicianCommand(args: readonly string[], parts: CommandParts): Promise<void> {
  const { positionals, values } = parse(args);
  const [command, username, ...more] = positionals;
  const isAdding = command === 'add';
  if (more.length > 0 || (!isAdding && Object.keys(values).length > 0)) throw new EditProblem(USAGE);
  if (command === 'list' && username === undefined) list(parts);
  else if (isAdding && username !== undefined) await add(username, values, parts);
  else if (command === 'password' && username !== undefined) await changePassword(username, parts);
  else if (command === 'remove' && username !== undefined) remove(username, parts);
  else throw new EditProblem(USAGE);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { name: { type: 'string' }, organisation: { type: 'string' }, email: { type: 'string' } },
    });
  } catch {
    throw new EditProblem(USAGE);
  }
}

function list({ path, print }: CommandParts): void {
  const { technicians } = readTechnicians(path);
  if (technicians.length === 0) print(`There are no technicians in ${path} yet.`);
  for (const { username, name, organisation, email } of technicians) {
    print([username, name, organisation ?? '-', email ?? '-'].join('\t'));
  }
}

interface Given {
  readonly name?: string;
  readonly organisation?: string;
  readonly email?: string;
}

async function add(given: string, { name, organisation, email }: Given, parts: CommandParts): Promise<void> {
  const { path, print } = parts;
  const username = usernameOf(given);
  const nameAllowed = `1 to ${MAX_NAME_LENGTH} characters in one line`;
  const described = {
    name: need(shownNameSchema, name, `--name: ${nameAllowed}, as customers see it`),
    ...(organisation === undefined
      ? {}
      : { organisation: need(shownNameSchema, organisation, `--organisation: ${nameAllowed}`) }),
    ...(email === undefined ? {} : { email: need(emailSchema, email, '--email: an e-mail address') }),
  };
  const refuseDouble = (all: readonly Account[]) => {
    if (all.some((each) => each.username === username)) {
      throw new EditProblem(`There is a technician ${username} already.`);
    }
  };
  // Before anybody thinks of a password for nothing.
  refuseDouble(readTechnicians(path).technicians);
  const passwordHash = await newHash(parts);
  editTechnicians(path, (file) => {
    refuseDouble(file.technicians);
    return { ...file, technicians: [...file.technicians, { username, ...described, passwordHash }] };
  });
  print(`${username} can sign in now.`);
}

async function changePassword(given: string, parts: CommandParts): Promise<void> {
  const { path, print } = parts;
  const username = usernameOf(given);
  find(readTechnicians(path).technicians, username);
  const passwordHash = await newHash(parts);
  editTechnicians(path, (file) => {
    const account = find(file.technicians, username);
    return {
      ...file,
      technicians: file.technicians.map((each) => (each === account ? { ...each, passwordHash } : each)),
    };
  });
  print(`${username} has another password. Whoever was signed in by the old one is not any more.`);
}

function remove(given: string, { path, print }: CommandParts): void {
  const username = usernameOf(given);
  editTechnicians(path, (file) => {
    const account = find(file.technicians, username);
    return { ...file, technicians: file.technicians.filter((each) => each !== account) };
  });
  print(`${username} cannot sign in any more, and their sessions end.`);
}

function find(all: readonly Account[], username: string): Account {
  const account = all.find((each) => each.username === username);
  if (account === undefined) throw new EditProblem(`There is no technician ${username}.`);
  return account;
}

function usernameOf(given: string): string {
  const allowed = `a username has 1 to ${MAX_USERNAME_LENGTH} letters, digits and any of . _ + @ -`;
  return need(usernameSchema, given, `${JSON.stringify(given)} is no username: ${allowed}`);
}

function need<Schema extends v.GenericSchema>(
  schema: Schema,
  given: unknown,
  what: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, given);
  if (!result.success) throw new EditProblem(`${what}.`);
  return result.output;
}

async function newHash({ readPassword }: CommandParts): Promise<string> {
  const password = await readPassword();
  if (password === null) throw new EditProblem('Nothing was changed: there was no password, or two.');
  if (!isLongEnough(password) || password.length > MAX_PASSWORD_LENGTH) {
    throw new EditProblem(
      `Nothing was changed: a password has ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters. Several words are easy to remember.`,
    );
  }
  return hashPassword(password);
}
