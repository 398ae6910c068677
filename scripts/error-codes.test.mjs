// Every error code is documented, and a test provokes it.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES as SESSION_ERROR_CODES } from '../src/protocol/deskside-error.ts';
import { LAUNCHER_ERROR_CODES } from '../src/protocol/embedding.ts';

const ERROR_CODES = [...SESSION_ERROR_CODES, ...LAUNCHER_ERROR_CODES];

const ROOT = join(import.meta.dirname, '..');
const documented = [
  ...readFileSync(join(ROOT, 'docs/errors.md'), 'utf8').matchAll(/^\| `([\w-]+)` *\|/gm),
].map(([, code]) => code);
const tests = ['src', 'e2e', 'server'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(test|spec)\.ts$/.test(name))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
);

describe.each(ERROR_CODES)('%s', (code) => {
  it('stands in docs/errors.md', () => {
    expect(documented).toContain(code);
  });

  it('is expected by a test', () => {
    const named = new RegExp(`(?<![\\w-])${code}(?![\\w-])`);
    expect(tests.some((text) => named.test(text))).toBe(true);
  });
});

it('docs/errors.md names no code that does not exist', () => {
  expect(documented.filter((code) => !ERROR_CODES.includes(code))).toEqual([]);
});
