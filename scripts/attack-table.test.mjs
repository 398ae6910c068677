// The table of attacks in docs/security.md names tests; each of them has to be there.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (path) => readFileSync(join(ROOT, path), 'utf8');
const rows = [
  ...read('docs/security.md').matchAll(/^\|(?<attack>[^|]+)\|[^|]+\| `(?<path>[^`]+)`: (?<name>[^|]+) \|$/gm),
];

describe('the table of attacks', () => {
  it('is understood by this test', () => {
    expect(rows.length).toBeGreaterThan(20);
  });

  it.each(rows.map(({ groups }) => [groups?.attack.trim() ?? '', groups?.path ?? '', groups?.name ?? '']))(
    'names a test for %s',
    (_, path, name) => {
      expect(read(path)).toContain(name);
    },
  );
});
