import { BlockList } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ALL_PERMITTED } from '../src/protocol/permissions.ts';
import { readConfig, type ServerConfig } from './config.ts';
import { proxies } from './testing/test-config.ts';

type Environment = Record<string, string | undefined>;

const noFile = () => {
  throw new Error('no file was expected to be read');
};

function read(environment: Environment, readText: (path: string) => string = noFile) {
  return readConfig(environment, readText);
}

function configOf(environment: Environment, readText?: (path: string) => string): ServerConfig {
  const result = read(environment, readText);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.config;
}

function problemsOf(environment: Environment, readText?: (path: string) => string): readonly string[] {
  const result = read(environment, readText);
  return result.ok ? [] : result.problems;
}

/** An environment that names a file, and the file. */
function withFile(content: unknown, environment: Environment = {}) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return [{ ...environment, DESKSIDE_CONFIG: '/etc/deskside.json' }, () => text] as const;
}

describe('defaults', () => {
  it('need no configuration at all', () => {
    expect(configOf({ PATH: '/bin', HOME: '/root' })).toEqual({
      port: 8080,
      host: 'localhost',
      publicUrl: null,
      technician: { name: 'Your technician', organisation: null, verified: 'none' },
      tls: null,
      consoleToken: null,
      operatorToken: null,
      reportWebhook: null,
      techniciansFile: null,
      permissions: ALL_PERMITTED,
      oidc: null,
      ice: { stunUrls: [], turn: null },
      embedOrigins: [],
      metricsToken: null,
      linkTtlMs: 86_400_000,
      stateFolder: 'state',
      logLevel: 'info',
      trustedProxies: new BlockList(),
    });
    expect(configOf({}).trustedProxies.rules).toEqual([]);
  });
});

describe('the environment', () => {
  it('sets every value', () => {
    expect(
      configOf({
        PORT: '0',
        HOST: '0.0.0.0',
        DESKSIDE_PUBLIC_URL: 'https://support.example.com/',
        DESKSIDE_TLS_CERT_FILE: '/etc/deskside/cert.pem',
        DESKSIDE_TLS_KEY_FILE: '/etc/deskside/key.pem',
        DESKSIDE_TECHNICIAN_NAME: ' Ana Souza ',
        DESKSIDE_ORGANISATION: 'Example Support',
        DESKSIDE_CONSOLE_TOKEN: 'a-token-that-is-long-enough',
        DESKSIDE_OPERATOR_TOKEN: 'another-token-that-is-long-enough',
        DESKSIDE_REPORT_WEBHOOK_URL: 'https://tickets.example.com/new?queue=abuse',
        DESKSIDE_REPORT_WEBHOOK_SECRET: 'up-and-down-and-up',
        DESKSIDE_TECHNICIANS_FILE: '/etc/deskside/technicians.json',
        DESKSIDE_OIDC_ISSUER: 'https://login.example.com/tenant/',
        DESKSIDE_OIDC_CLIENT_ID: 'deskside',
        DESKSIDE_OIDC_CLIENT_SECRET: 'east-west',
        DESKSIDE_OIDC_ALLOWED: 'example.com, Ana@example.org,groups=support',
        DESKSIDE_OIDC_NAME_CLAIM: 'display_name',
        DESKSIDE_WITHHELD: 'files-to-customer, technician-screen',
        DESKSIDE_MAX_FILE_MB: '25',
        DESKSIDE_FILE_TYPES: 'pdf, LOG',
        DESKSIDE_STUN_URLS: 'stun:stun.example.com:3478, stun:[2001:db8::1]',
        DESKSIDE_TURN_URLS:
          'turn:turn.example.com:3478?transport=udp,turns:turn.example.com:443?transport=tcp',
        DESKSIDE_TURN_SECRET: 'north-south',
        DESKSIDE_EMBED_ORIGINS: 'https://help.example.com/, http://localhost:3000',
        DESKSIDE_LINK_TTL_MINUTES: '60',
        DESKSIDE_STATE_DIR: '/var/lib/deskside',
        DESKSIDE_METRICS_TOKEN: 'another-token-of-its-own',
        DESKSIDE_LOG_LEVEL: 'warn',
        DESKSIDE_TRUST_PROXY: '127.0.0.1, 10.0.0.0/8',
      }),
    ).toEqual({
      port: 0,
      host: '0.0.0.0',
      publicUrl: 'https://support.example.com',
      technician: { name: 'Ana Souza', organisation: 'Example Support', verified: 'none' },
      tls: { certFile: '/etc/deskside/cert.pem', keyFile: '/etc/deskside/key.pem' },
      consoleToken: 'a-token-that-is-long-enough',
      operatorToken: 'another-token-that-is-long-enough',
      reportWebhook: { url: 'https://tickets.example.com/new?queue=abuse', secret: 'up-and-down-and-up' },
      techniciansFile: '/etc/deskside/technicians.json',
      permissions: {
        filesToCustomer: false,
        filesToTechnician: true,
        technicianScreen: false,
        maxFileBytes: 25_000_000,
        fileTypes: ['pdf', 'log'],
      },
      oidc: {
        issuer: 'https://login.example.com/tenant/',
        clientId: 'deskside',
        clientSecret: 'east-west',
        allowed: [
          { kind: 'domain', domain: 'example.com' },
          { kind: 'email', email: 'ana@example.org' },
          { kind: 'claim', name: 'groups', value: 'support' },
        ],
        nameClaim: 'display_name',
      },
      ice: {
        stunUrls: ['stun:stun.example.com:3478', 'stun:[2001:db8::1]'],
        turn: {
          urls: ['turn:turn.example.com:3478?transport=udp', 'turns:turn.example.com:443?transport=tcp'],
          secret: 'north-south',
        },
      },
      embedOrigins: ['https://help.example.com', 'http://localhost:3000'],
      metricsToken: 'another-token-of-its-own',
      linkTtlMs: 3_600_000,
      stateFolder: '/var/lib/deskside',
      logLevel: 'warn',
      trustedProxies: proxies('127.0.0.1,10.0.0.0/8'),
    });
  });

  it('names the proxies that are believed', () => {
    const { trustedProxies } = configOf({ DESKSIDE_TRUST_PROXY: '127.0.0.1, 10.0.0.0/8' });
    expect(trustedProxies.rules).toEqual(['Subnet: IPv4 10.0.0.0/8', 'Address: IPv4 127.0.0.1']);
  });

  it('counts an empty variable as not set', () => {
    expect(configOf({ PORT: '', DESKSIDE_ORGANISATION: '' })).toMatchObject({
      port: 8080,
      technician: { organisation: null },
    });
  });

  it.each([
    ['PORT', '65536', 'a number from 0 to 65535'],
    ['PORT', '80a', 'a number from 0 to 65535'],
    ['PORT', '-1', 'a number from 0 to 65535'],
    ['HOST', 'not a host', 'a host name or address'],
    ['DESKSIDE_PUBLIC_URL', 'support.example.com', 'an http or https URL'],
    ['DESKSIDE_PUBLIC_URL', 'ftp://support.example.com', 'an http or https URL'],
    ['DESKSIDE_PUBLIC_URL', 'https://example.com/support/', 'without a path'],
    ['DESKSIDE_PUBLIC_URL', 'https://user:secret@example.com', 'an http or https URL'],
    ['DESKSIDE_TECHNICIAN_NAME', 'x'.repeat(81), '1 to 80 characters'],
    ['DESKSIDE_ORGANISATION', '   ', '1 to 80 characters'],
    ['DESKSIDE_OIDC_ISSUER', 'http://login.example.com', 'an https URL'],
    ['DESKSIDE_OIDC_ISSUER', 'login.example.com', 'an https URL'],
    ['DESKSIDE_OIDC_ISSUER', 'https://login.example.com/?a=b', 'an https URL'],
    ['DESKSIDE_OIDC_ALLOWED', 'example.com,*', 'e-mail domains'],
    ['DESKSIDE_OIDC_NAME_CLAIM', 'a claim', "a claim's name"],
    ['DESKSIDE_STUN_URLS', 'stun.example.com', 'stun:'],
    ['DESKSIDE_STUN_URLS', Array(9).fill('stun:stun.example.com').join(','), 'up to 8'],
    ['DESKSIDE_LINK_TTL_MINUTES', '0', 'from 1 to 43200'],
    ['DESKSIDE_LINK_TTL_MINUTES', '1.5', 'from 1 to 43200'],
    ['DESKSIDE_LOG_LEVEL', 'loud', 'one of fatal, error, warn, info, debug, trace, silent'],
    ['DESKSIDE_TRUST_PROXY', 'true', '127.0.0.1,::1 for a proxy on this machine'],
    ['DESKSIDE_TRUST_PROXY', '0.0.0.0/0', 'addresses and CIDR ranges'],
  ])('with %s=%j is refused, and says what is allowed', (name, value, allowed) => {
    const problems = problemsOf({ [name]: value }).filter((problem) => !problem.includes(' is missing: '));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${name} is ${JSON.stringify(value)}. Allowed: `);
    expect(problems[0]).toContain(allowed);
  });

  it('never shows a secret that is wrong', () => {
    const problems = problemsOf({ DESKSIDE_CONSOLE_TOKEN: 'short!' });
    expect(problems).toEqual([
      'DESKSIDE_CONSOLE_TOKEN is not allowed. Allowed: 16 to 256 letters, digits and any of . _ ~ -.',
    ]);
  });

  it.each(['http://tickets.example.com/', 'https://user@tickets.example.com/', 'tickets.example.com'])(
    'tells no webhook at %s',
    (url) => {
      const [problem] = problemsOf({ DESKSIDE_REPORT_WEBHOOK_URL: url });
      expect(problem).toMatch(/^DESKSIDE_REPORT_WEBHOOK_URL is not allowed\. Allowed: an https URL/);
    },
  );

  it('needs a secret for the webhook, and a webhook for the secret', () => {
    expect(problemsOf({ DESKSIDE_REPORT_WEBHOOK_URL: 'http://localhost:9000/' })).toEqual([
      'DESKSIDE_REPORT_WEBHOOK_SECRET is missing: DESKSIDE_REPORT_WEBHOOK_URL needs it.',
    ]);
    expect(problemsOf({ DESKSIDE_REPORT_WEBHOOK_SECRET: 'up-and-down-and-up' })).toEqual([
      'DESKSIDE_REPORT_WEBHOOK_URL is missing: DESKSIDE_REPORT_WEBHOOK_SECRET is of no use without it.',
    ]);
  });

  it('keeps nothing when it says so', () => {
    expect(configOf({ DESKSIDE_STATE_DIR: 'none' }).stateFolder).toBeNull();
  });

  it('needs a secret for TURN, and TURN for a secret', () => {
    expect(problemsOf({ DESKSIDE_TURN_URLS: 'turn:turn.example.com' })).toEqual([
      'DESKSIDE_TURN_SECRET is missing: DESKSIDE_TURN_URLS needs it.',
    ]);
    expect(problemsOf({ DESKSIDE_TURN_SECRET: 'north-south' })).toEqual([
      'DESKSIDE_TURN_URLS is missing: DESKSIDE_TURN_SECRET is of no use without it.',
    ]);
  });

  it('needs to know whom the organisation’s own sign-in lets in, and at which provider', () => {
    expect(problemsOf({ DESKSIDE_OIDC_ISSUER: 'https://login.example.com' })).toEqual([
      'DESKSIDE_OIDC_CLIENT_ID is missing: DESKSIDE_OIDC_ISSUER needs it.',
      'DESKSIDE_OIDC_ALLOWED is missing: DESKSIDE_OIDC_ISSUER needs it.',
    ]);
    expect(problemsOf({ DESKSIDE_OIDC_ALLOWED: 'example.com' })).toEqual([
      'DESKSIDE_OIDC_ISSUER is missing: DESKSIDE_OIDC_ALLOWED is of no use without it.',
    ]);
  });

  it('takes a provider on this machine by http', () => {
    const oidc = { DESKSIDE_OIDC_CLIENT_ID: 'deskside', DESKSIDE_OIDC_ALLOWED: 'example.com' };
    expect(configOf({ ...oidc, DESKSIDE_OIDC_ISSUER: 'http://localhost:9000' }).oidc).toEqual({
      issuer: 'http://localhost:9000',
      clientId: 'deskside',
      clientSecret: null,
      allowed: [{ kind: 'domain', domain: 'example.com' }],
      nameClaim: 'name',
    });
  });

  it('needs a key for a certificate, and a certificate for a key', () => {
    expect(problemsOf({ DESKSIDE_TLS_CERT_FILE: 'cert.pem' })).toEqual([
      'DESKSIDE_TLS_KEY_FILE is missing: DESKSIDE_TLS_CERT_FILE needs it.',
    ]);
    expect(problemsOf({ DESKSIDE_TLS_KEY_FILE: 'key.pem' })).toEqual([
      'DESKSIDE_TLS_CERT_FILE is missing: DESKSIDE_TLS_KEY_FILE needs it.',
    ]);
  });

  it('takes no public URL without https where there is a certificate', () => {
    const files = { DESKSIDE_TLS_CERT_FILE: 'cert.pem', DESKSIDE_TLS_KEY_FILE: 'key.pem' };
    expect(problemsOf({ ...files, DESKSIDE_PUBLIC_URL: 'http://support.example.com' })).toEqual([
      'DESKSIDE_PUBLIC_URL begins with http:, but with DESKSIDE_TLS_CERT_FILE all is https.',
    ]);
  });

  it('takes no name of ours that it does not know, and guesses what was meant', () => {
    expect(
      problemsOf({ DESKSIDE_TURN_URL: 'turn:turn.example.com', DESKSIDE_WHATEVER_THIS_IS: '1' }),
    ).toEqual([
      'DESKSIDE_TURN_URL in the environment is unknown. Did you mean DESKSIDE_TURN_URLS?',
      'DESKSIDE_WHATEVER_THIS_IS in the environment is unknown.',
    ]);
  });

  it('tells everything that is wrong at once', () => {
    expect(problemsOf({ PORT: 'x', HOST: ' ', DESKSIDE_LOG_LEVEL: 'x' })).toHaveLength(3);
  });
});

describe('the file', () => {
  it('holds the same names, as texts, numbers, booleans and lists', () => {
    const file = {
      PORT: 9000,
      DESKSIDE_TRUST_PROXY: ['127.0.0.1', '::1'],
      DESKSIDE_ORGANISATION: 'Example Support',
      DESKSIDE_STUN_URLS: ['stun:a.example.com', 'stun:b.example.com'],
    };
    expect(configOf(...withFile(file))).toMatchObject({
      port: 9000,
      trustedProxies: proxies('127.0.0.1,::1'),
      technician: { organisation: 'Example Support' },
      ice: { stunUrls: ['stun:a.example.com', 'stun:b.example.com'] },
    });
  });

  it('gives way to the environment', () => {
    expect(configOf(...withFile({ PORT: 9000, HOST: '::1' }, { PORT: '9001' }))).toMatchObject({
      port: 9001,
      host: '::1',
    });
  });

  it('takes no key that it does not know', () => {
    expect(problemsOf(...withFile({ port: 9000 }))).toEqual([
      'port in /etc/deskside.json is unknown. Did you mean PORT?',
    ]);
  });

  it.each([
    ['not JSON', '{', 'cannot be read: it is not JSON'],
    ['a list', [], 'must hold one JSON object'],
    ['a nested object', { PORT: {} }, 'must hold one JSON object'],
  ])('is refused when it is %s', (_what, content, message) => {
    const problems = problemsOf(...withFile(content));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });

  it('that cannot be read is named', () => {
    const readText = () => {
      throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    };
    expect(problemsOf({ DESKSIDE_CONFIG: '/nowhere.json' }, readText)).toEqual([
      'DESKSIDE_CONFIG is "/nowhere.json", which cannot be read: ENOENT.',
    ]);
  });
});
