// A configuration for tests: a free port, a known token, no log.

import type { ServerConfig } from '../config.ts';

export const TEST_TOKEN = 'test-console-token';

export function testConfig(changes: Partial<ServerConfig> = {}): ServerConfig {
  return {
    port: 0,
    host: '127.0.0.1',
    publicUrl: null,
    technician: { name: 'Ana Souza', organisation: 'Example Support', verified: 'none' },
    consoleToken: TEST_TOKEN,
    operatorToken: null,
    reportWebhook: null,
    techniciansFile: null,
    oidc: null,
    ice: { stunUrls: [], turn: null },
    stateFolder: null,
    linkTtlMs: 24 * 60 * 60 * 1000,
    logLevel: 'silent',
    isProxyTrusted: false,
    ...changes,
  };
}
