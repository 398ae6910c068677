// The configuration: read from the environment and one optional file, checked as a whole, so that everything
// wrong with it is said at once. What each value may be is in config-schema.ts.

import { BlockList } from 'node:net';
import * as v from 'valibot';
import type { Permissions } from '../src/protocol/permissions.ts';
import type { TechnicianProfile } from '../src/protocol/session-api.ts';
import type { WebhookSettings } from './abuse-webhook.ts';
import { closestName } from './closest-name.ts';
import { SETTING_NAMES, SETTINGS, type SettingName, type SettingValues } from './config-schema.ts';
import type { LogLevel } from './log.ts';
import type { OidcSettings } from './oidc-provider.ts';
import type { TlsFiles } from './tls-certificate.ts';
import type { IceSettings } from './turn.ts';

export interface ServerConfig {
  /** 0 takes a free port. */
  readonly port: number;
  readonly host: string;
  /** Origin under which people reach the server, where that is not `http://localhost:PORT`. */
  readonly publicUrl: string | null;
  /** `null` speaks plain HTTP. */
  readonly tls: TlsFiles | null;
  readonly technician: TechnicianProfile;
  /** `null` has one made. */
  readonly consoleToken: string | null;
  /** What lets whoever runs the server act on reports; `null`: nobody can. */
  readonly operatorToken: string | null;
  /** Whom to tell of reports. */
  readonly reportWebhook: WebhookSettings | null;
  /** The file of named technicians; `null`: there are none. */
  readonly techniciansFile: string | null;
  /** What is allowed in a session at most, whoever the technician is. */
  readonly permissions: Permissions;
  /** The organisation's own sign-in, where there is one. */
  readonly oidc: OidcSettings | null;
  readonly ice: IceSettings;
  /** Origins of the sites that may follow a session which somebody began on one of their pages. */
  readonly embedOrigins: readonly string[];
  /** What lets in to the metrics; `null` shows them to nobody. */
  readonly metricsToken: string | null;
  readonly linkTtlMs: number;
  /** Folder of what outlives the server; `null` keeps nothing. */
  readonly stateFolder: string | null;
  readonly logLevel: LogLevel;
  /** Whose forwarding headers count. */
  readonly trustedProxies: BlockList;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: ServerConfig }
  /** One sentence for each thing that is wrong. */
  | { readonly ok: false; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

const FILE_NAME = 'DESKSIDE_CONFIG';
/** Names that begin like ours and belong to something else: the file's path, and `npm run dev`. */
const OTHER_NAMES = [FILE_NAME, 'DESKSIDE_DEV_API_PORT'];

/** An address and the secret that belongs to it: neither is of use alone. */
const PAIRS = [
  ['DESKSIDE_TURN_URLS', 'DESKSIDE_TURN_SECRET'],
  ['DESKSIDE_REPORT_WEBHOOK_URL', 'DESKSIDE_REPORT_WEBHOOK_SECRET'],
] as const;

const fileSchema = v.pipe(
  v.unknown(),
  // A list is an object too, to `v.record`.
  v.check((content) => !Array.isArray(content)),
  v.record(
    v.string(),
    v.union([v.string(), v.number(), v.boolean(), v.pipe(v.array(v.string()), v.transform(String))]),
  ),
);

/**
 * Reads the configuration.
 *
 * @param readText reads the file that `DESKSIDE_CONFIG` names; throws when it cannot.
 */
export function readConfig(environment: Environment, readText: (path: string) => string): ConfigResult {
  const problems: string[] = [];
  const given = {
    ...readFileValues(environment[FILE_NAME], readText, problems),
    ...readEnvironmentValues(environment, problems),
  };
  const values: SettingValues = {};
  for (const name of SETTING_NAMES) readSetting(name, given[name], values, problems);

  for (const [urls, secret] of PAIRS) {
    if (values[urls] && given[secret] === undefined) {
      problems.push(`${secret} is missing: ${urls} needs it.`);
    }
    if (values[secret] && given[urls] === undefined) {
      problems.push(`${urls} is missing: ${secret} is of no use without it.`);
    }
  }
  if (given.DESKSIDE_OIDC_ISSUER !== undefined) {
    for (const name of ['DESKSIDE_OIDC_CLIENT_ID', 'DESKSIDE_OIDC_ALLOWED'] as const) {
      if (given[name] === undefined) problems.push(`${name} is missing: DESKSIDE_OIDC_ISSUER needs it.`);
    }
  } else {
    for (const name of SETTING_NAMES) {
      if (!name.startsWith('DESKSIDE_OIDC_') || given[name] === undefined) continue;
      problems.push(`DESKSIDE_OIDC_ISSUER is missing: ${name} is of no use without it.`);
    }
  }
  const isTls = given.DESKSIDE_TLS_CERT_FILE !== undefined;
  if (isTls !== (given.DESKSIDE_TLS_KEY_FILE !== undefined)) {
    const [there, missing] = isTls ? ['CERT', 'KEY'] : ['KEY', 'CERT'];
    problems.push(`DESKSIDE_TLS_${missing}_FILE is missing: DESKSIDE_TLS_${there}_FILE needs it.`);
  }
  if (isTls && values.DESKSIDE_PUBLIC_URL?.startsWith('http:')) {
    problems.push('DESKSIDE_PUBLIC_URL begins with http:, but with DESKSIDE_TLS_CERT_FILE all is https.');
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: withDefaults(values) };
}

type GivenValues = Partial<Record<SettingName, string>>;

function readSetting<Name extends SettingName>(
  name: Name,
  text: string | undefined,
  values: SettingValues,
  problems: string[],
): void {
  if (text === undefined) return;
  const { schema, allowed, isSecret }: { schema: v.GenericSchema; allowed: string; isSecret?: true } =
    SETTINGS[name];
  const result = v.safeParse(schema, text);
  if (result.success) Object.assign(values, { [name]: result.output });
  else problems.push(`${name} is ${isSecret ? 'not allowed' : JSON.stringify(text)}. Allowed: ${allowed}.`);
}

function readEnvironmentValues(environment: Environment, problems: string[]): GivenValues {
  const values: GivenValues = {};
  for (const [name, text] of Object.entries(environment)) {
    if (OTHER_NAMES.includes(name)) continue;
    // An empty variable is how many tools say "not set".
    if (isSettingName(name)) {
      if (text !== undefined && text !== '') values[name] = text;
    } else if (name.startsWith('DESKSIDE_')) problems.push(unknownName(name, 'in the environment'));
  }
  return values;
}

function readFileValues(
  path: string | undefined,
  readText: (path: string) => string,
  problems: string[],
): GivenValues {
  if (path === undefined || path === '') return {};
  let content: unknown;
  try {
    content = JSON.parse(readText(path));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'it is not JSON' : errorCode(error);
    problems.push(`${FILE_NAME} is ${JSON.stringify(path)}, which cannot be read: ${reason}.`);
    return {};
  }
  const parsed = v.safeParse(fileSchema, content);
  if (!parsed.success) {
    problems.push(`${path} must hold one JSON object of texts, numbers, booleans and lists of texts.`);
    return {};
  }
  const values: GivenValues = {};
  for (const [name, value] of Object.entries(parsed.output)) {
    if (isSettingName(name)) values[name] = String(value);
    else problems.push(unknownName(name, `in ${path}`));
  }
  return values;
}

function withDefaults(values: SettingValues): ServerConfig {
  const turnUrls = values.DESKSIDE_TURN_URLS;
  const turnSecret = values.DESKSIDE_TURN_SECRET;
  const certFile = values.DESKSIDE_TLS_CERT_FILE;
  const keyFile = values.DESKSIDE_TLS_KEY_FILE;
  const { DESKSIDE_REPORT_WEBHOOK_URL: webhookUrl, DESKSIDE_REPORT_WEBHOOK_SECRET: webhookSecret } = values;
  return {
    port: values.PORT ?? 8080,
    host: values.HOST ?? 'localhost',
    publicUrl: values.DESKSIDE_PUBLIC_URL ?? null,
    tls: certFile && keyFile ? { certFile, keyFile } : null,
    technician: {
      name: values.DESKSIDE_TECHNICIAN_NAME ?? 'Your technician',
      organisation: values.DESKSIDE_ORGANISATION ?? null,
      verified: 'none',
    },
    consoleToken: values.DESKSIDE_CONSOLE_TOKEN ?? null,
    operatorToken: values.DESKSIDE_OPERATOR_TOKEN ?? null,
    reportWebhook: webhookUrl && webhookSecret ? { url: webhookUrl, secret: webhookSecret } : null,
    techniciansFile: values.DESKSIDE_TECHNICIANS_FILE ?? null,
    permissions: permissionsOf(values),
    oidc: oidcSettings(values),
    ice: {
      stunUrls: values.DESKSIDE_STUN_URLS ?? [],
      turn: turnUrls && turnSecret ? { urls: turnUrls, secret: turnSecret } : null,
    },
    embedOrigins: values.DESKSIDE_EMBED_ORIGINS ?? [],
    metricsToken: values.DESKSIDE_METRICS_TOKEN ?? null,
    linkTtlMs: (values.DESKSIDE_LINK_TTL_MINUTES ?? 24 * 60) * 60_000,
    // `null` was said, so `??` will not do.
    stateFolder: values.DESKSIDE_STATE_DIR === undefined ? 'state' : values.DESKSIDE_STATE_DIR,
    logLevel: values.DESKSIDE_LOG_LEVEL ?? 'info',
    trustedProxies: values.DESKSIDE_TRUST_PROXY ?? new BlockList(),
  };
}

function oidcSettings(values: SettingValues): OidcSettings | null {
  const { DESKSIDE_OIDC_ISSUER: issuer, DESKSIDE_OIDC_CLIENT_ID: clientId } = values;
  if (issuer === undefined || clientId === undefined) return null;
  return {
    issuer,
    clientId,
    clientSecret: values.DESKSIDE_OIDC_CLIENT_SECRET ?? null,
    allowed: values.DESKSIDE_OIDC_ALLOWED ?? [],
    nameClaim: values.DESKSIDE_OIDC_NAME_CLAIM ?? 'name',
  };
}

function permissionsOf(values: SettingValues): Permissions {
  const withheld = new Set<string>(values.DESKSIDE_WITHHELD);
  const megabytes = values.DESKSIDE_MAX_FILE_MB;
  return {
    filesToCustomer: !withheld.has('files-to-customer'),
    filesToTechnician: !withheld.has('files-to-technician'),
    technicianScreen: !withheld.has('technician-screen'),
    maxFileBytes: megabytes === undefined ? null : megabytes * 1_000_000,
    fileTypes: values.DESKSIDE_FILE_TYPES ?? null,
  };
}

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

function unknownName(name: string, where: string): string {
  const meant = closestName(name, [...SETTING_NAMES, FILE_NAME]);
  return `${name} ${where} is unknown.${meant === null ? '' : ` Did you mean ${meant}?`}`;
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
