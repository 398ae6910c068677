import { describe, expect, it } from 'vitest';
import { readAudit } from './audit.mjs';

describe('an audit', () => {
  it.each([
    [
      'finds nothing',
      { metadata: { vulnerabilities: { total: 0 } }, vulnerabilities: {} },
      { kind: 'clean' },
    ],
    [
      'finds something',
      { metadata: { vulnerabilities: { total: 2 } }, vulnerabilities: { ws: {}, hono: {} } },
      { kind: 'weak', packages: ['ws', 'hono'] },
    ],
    [
      'is not possible with this registry',
      {
        message: '405 Method Not Allowed - POST https://registry.example.com',
        statusCode: 405,
        error: { summary: '' },
      },
      { kind: 'not-run', reason: '405 Method Not Allowed - POST https://registry.example.com' },
    ],
    [
      'finds no lock file',
      { error: { code: 'ENOLOCK', summary: 'This command requires an existing lockfile.' } },
      { kind: 'not-run', reason: 'This command requires an existing lockfile.' },
    ],
    ['says something strange', null, { kind: 'not-run', reason: 'npm gave no report' }],
  ])('that %s is told as such', (_what, report, expected) => {
    expect(readAudit(JSON.stringify(report))).toEqual(expected);
  });

  it('that says nothing has not been run', () => {
    expect(readAudit('')).toEqual({ kind: 'not-run', reason: 'npm gave no report' });
  });
});
