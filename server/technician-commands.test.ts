import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALL_PERMITTED } from '../src/protocol/permissions.ts';
import { PasswordCheck } from './password-hash.ts';
import { runTechnicianCommand } from './technician-commands.ts';
import { decodeTechniciansFile, type TechniciansFile } from './technicians-file.ts';
import { AccountsFile, ANA, BEN, TEST_PASSWORD } from './testing/test-accounts.ts';

let file: AccountsFile;
beforeEach(() => {
  file = new AccountsFile(ANA, BEN);
});
afterEach(() => file.remove());

/** What the command prints; rejects with what it complains about. */
async function run(args: string[], password: string | null = TEST_PASSWORD, path = file.path) {
  const lines: string[] = [];
  let asked = 0;
  await runTechnicianCommand(args, {
    path,
    readPassword: async () => {
      asked += 1;
      return password;
    },
    print: (line) => lines.push(line),
  });
  return { lines, asked };
}

function content(path = file.path): TechniciansFile {
  const result = decodeTechniciansFile(readFileSync(path, 'utf8'));
  if (!result.ok) throw new Error(result.reason);
  return result.file;
}

describe('adding a technician', () => {
  it('keeps who is there, and a hash of the password', async () => {
    const more = ['--organisation', 'ACME', '--email', 'eva@example.com'];
    await run(['add', 'Eva', '--name', 'Eva Reis', ...more]);
    const [ana, ben, eva] = content().technicians;
    expect([ana, ben]).toEqual([ANA, BEN]);
    expect(eva).toMatchObject({
      username: 'eva',
      name: 'Eva Reis',
      organisation: 'ACME',
      email: 'eva@example.com',
    });
    expect(await new PasswordCheck().matches(eva?.passwordHash ?? null, TEST_PASSWORD)).toBe(true);
    expect(readFileSync(file.path, 'utf8')).not.toContain(TEST_PASSWORD);
  });

  it('makes the file, for its maker’s eyes only', async () => {
    const path = `${file.folder}/new.json`;
    await run(['add', 'eva', '--name', 'Eva Reis'], TEST_PASSWORD, path);
    expect(content(path).technicians).toHaveLength(1);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['a username that is taken', ['add', 'ANA', '--name', 'Ana'], 'There is a technician ana already.'],
    ['a username that is none', ['add', 'ana souza', '--name', 'Ana'], '"ana souza" is no username'],
    ['no name', ['add', 'eva'], '--name: 1 to 80 characters'],
    ['no address', ['add', 'eva', '--name', 'Eva', '--email', 'eva'], '--email: an e-mail address'],
    ['a password among the arguments', ['add', 'eva', TEST_PASSWORD, '--name', 'Eva'], 'Usage:'],
    ['something else', ['add', 'eva', '--name', 'Eva', '--password', 'x'], 'Usage:'],
  ])('with %s asks for no password and changes nothing', async (_what, args, complaint) => {
    const before = readFileSync(file.path, 'utf8');
    const trying = run(args, null);
    await expect(trying).rejects.toThrow(complaint);
    expect(readFileSync(file.path, 'utf8')).toBe(before);
  });

  it.each([
    ['short', 'eleven more', 'a password has 12 to 256 characters'],
    ['long', 'x'.repeat(257), 'a password has 12 to 256 characters'],
    ['missing', null, 'there was no password'],
  ])('with a password that is %s changes nothing', async (_what, password, complaint) => {
    await expect(run(['add', 'eva', '--name', 'Eva'], password)).rejects.toThrow(complaint);
    expect(content().technicians).toEqual([ANA, BEN]);
    expect(readdirSync(file.folder)).toEqual(['technicians.json']);
  });
});

describe('changing the file', () => {
  it('removes one technician', async () => {
    await run(['remove', 'Ana']);
    expect(content().technicians).toEqual([BEN]);
  });

  it('gives one another password, and changes nothing else', async () => {
    await run(['password', 'ben'], 'another long password');
    const [ana, ben] = content().technicians;
    expect(ana).toEqual(ANA);
    expect({ ...ben, passwordHash: BEN.passwordHash }).toEqual(BEN);
    expect(await new PasswordCheck().matches(ben?.passwordHash ?? null, 'another long password')).toBe(true);
  });

  it.each(['remove', 'password'])('by %s needs somebody who is there', async (command) => {
    await expect(run([command, 'eva'])).rejects.toThrow('There is no technician eva.');
    expect(readdirSync(file.folder)).toEqual(['technicians.json']);
  });

  it('leaves what it does not touch: organisations, permissions, the file’s rights', async () => {
    const organisations = [{ name: 'ACME', permissions: { ...ALL_PERMITTED, filesToCustomer: false } }];
    const technicians = [{ ...ANA, permissions: { ...ALL_PERMITTED, fileTypes: ['log'] } }, BEN];
    file.writeText(JSON.stringify({ technicians, organisations }));
    chmodSync(file.path, 0o640);
    await run(['remove', 'ben']);
    expect(content()).toEqual({ technicians: [technicians[0]], organisations });
    expect(statSync(file.path).mode & 0o777).toBe(0o640);
  });

  it('goes through a symbolic link, which stays one', async () => {
    const link = `${file.folder}/link.json`;
    symlinkSync(file.path, link);
    await run(['remove', 'ben'], null, link);
    expect(content().technicians).toEqual([ANA]);
    expect(content(link).technicians).toEqual([ANA]);
  });

  it('does not touch a file that is broken', async () => {
    file.writeText('{');
    await expect(run(['remove', 'ana'])).rejects.toThrow(
      'is broken, so nothing was changed: it is not JSON.',
    );
    expect(readFileSync(file.path, 'utf8')).toBe('{');
  });

  it('waits for nobody who is changing it too, and takes nothing from them', async () => {
    writeFileSync(`${file.path}.new`, '');
    await expect(run(['remove', 'ana'])).rejects.toThrow('somebody else is changing the file');
    expect(existsSync(`${file.path}.new`)).toBe(true);
    expect(content().technicians).toEqual([ANA, BEN]);
  });
});

describe('the list', () => {
  it('shows who may sign in, and no hash', async () => {
    const { lines } = await run(['list']);
    expect(lines).toEqual(['ana\tAna Souza\tExample Support\t-', 'ben\tBen Lima\t-\t-']);
  });

  it('says that there is nobody yet', async () => {
    expect((await run(['list'], null, `${file.folder}/none.json`)).lines[0]).toContain('no technicians');
  });
});

it.each([[[]], [['add']], [['list', 'ana']], [['rename', 'ana']], [['remove', 'ana', 'ben']]])(
  'with %j shows how it is used',
  async (args) => {
    await expect(run(args)).rejects.toThrow('Usage:');
  },
);
