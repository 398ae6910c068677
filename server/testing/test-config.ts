// A configuration for tests: a free port, a known token, no log.

import { BlockList } from 'node:net';
import { ALL_PERMITTED } from '../../src/protocol/permissions.ts';
import type { ServerConfig } from '../config.ts';
import { parseTrustedProxies } from '../trusted-proxies.ts';

export const TEST_TOKEN = 'test-console-token';

/** What `DESKSIDE_TRUST_PROXY` with this list comes to. */
export function proxies(list: string): BlockList {
  const parsed = parseTrustedProxies(list);
  if (parsed === null) throw new Error(`not a list of proxies: ${list}`);
  return parsed;
}

export function testConfig(changes: Partial<ServerConfig> = {}): ServerConfig {
  return {
    port: 0,
    host: '127.0.0.1',
    publicUrl: null,
    technician: { name: 'Ana Souza', organisation: 'Example Support', verified: 'none' },
    tls: null,
    consoleToken: TEST_TOKEN,
    operatorToken: null,
    reportWebhook: null,
    techniciansFile: null,
    permissions: ALL_PERMITTED,
    oidc: null,
    ice: { stunUrls: [], turn: null },
    embedOrigins: [],
    metricsToken: null,
    stateFolder: null,
    linkTtlMs: 24 * 60 * 60 * 1000,
    logLevel: 'silent',
    trustedProxies: new BlockList(),
    ...changes,
  };
}
