// What each configuration value may be. Values come as text, from the environment or from a file.
// Knows nothing of where they come from.

import { BlockList } from 'node:net';
import * as v from 'valibot';
import { MAX_NAME_LENGTH } from '../src/protocol/limits.ts';
import { fileTypeSchema } from '../src/protocol/permissions.ts';
import { LOG_LEVELS } from './log.ts';
import { type AllowRule, parseAllowRule } from './oidc-allowed.ts';
import { parseTrustedProxies } from './trusted-proxies.ts';

/** One value: its schema, what to tell somebody who got it wrong, and whether it must not be shown. */
interface Setting<Schema extends v.GenericSchema<string, unknown>> {
  readonly schema: Schema;
  readonly allowed: string;
  readonly isSecret?: true;
}

function setting<Schema extends v.GenericSchema<string, unknown>>(value: Setting<Schema>): Setting<Schema> {
  return value;
}

function wholeNumber(min: number, max: number) {
  return v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.minValue(min), v.maxValue(max));
}

function list<Item extends v.GenericSchema<string, string>>(item: Item, maxItems: number) {
  return v.pipe(
    v.string(),
    v.transform((text) => text.split(',').map((part) => part.trim())),
    v.array(item),
    v.maxLength(maxItems),
  );
}

/** What can be withheld from everybody. */
const WITHHOLDABLE = ['files-to-customer', 'files-to-technician', 'technician-screen'] as const;

function urlList(pattern: RegExp) {
  const url = v.pipe(v.string(), v.regex(pattern), v.maxLength(512));
  return v.pipe(
    v.string(),
    v.transform((text) => text.split(',').map((part) => part.trim())),
    v.array(url),
    v.maxLength(8),
  );
}

/** An http(s) URL without anything after the host; becomes its origin. */
const origin = v.pipe(
  v.string(),
  v.url(),
  v.transform((text) => new URL(text)),
  v.check((url) => ['http:', 'https:'].includes(url.protocol) && url.href === `${url.origin}/`),
  v.transform((url) => url.origin),
);

/** Sites of one organisation that carry the button. */
const MAX_EMBED_ORIGINS = 50;

/** The address of another program; http is for one on this machine. */
const programUrl = v.pipe(
  v.string(),
  v.maxLength(512),
  v.check((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, username, hash } = new URL(text);
    const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    return (protocol === 'https:' || (protocol === 'http:' && isHere)) && username + hash === '';
  }),
);

/** The issuer as the provider writes it: a slash at the end is part of it. */
const issuerUrl = v.pipe(
  programUrl,
  v.check((text) => !URL.canParse(text) || new URL(text).search === ''),
);

const allowRules = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').map((part) => parseAllowRule(part.trim()))),
  v.array(v.custom<AllowRule>((rule) => rule !== null)),
  v.maxLength(100),
);

const path = v.pipe(
  v.string(),
  v.maxLength(4_096),
  v.check((text) => !text.includes('\0')),
);

const personalName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_NAME_LENGTH));
const NAME_ALLOWED = `1 to ${MAX_NAME_LENGTH} characters`;
const STUN_URL = /^stuns?:(\[[0-9a-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i;
const TURN_URL = /^turns?:(\[[0-9a-f:.]+\]|[\w.-]+)(:\d{1,5})?(\?transport=(udp|tcp))?$/i;

/** What a token may be, the console's and the operator's. */
export const CONSOLE_TOKEN = /^[\w.~-]{16,256}$/;
const TOKEN_ALLOWED = '16 to 256 letters, digits and any of . _ ~ -';

export const SETTINGS = {
  PORT: setting({ schema: wholeNumber(0, 65_535), allowed: 'a number from 0 to 65535; 0 takes a free port' }),
  HOST: setting({
    schema: v.pipe(v.string(), v.regex(/^[\w.:-]{1,253}$/)),
    allowed: 'a host name or address to listen on, such as localhost or 0.0.0.0',
  }),
  DESKSIDE_PUBLIC_URL: setting({
    schema: origin,
    allowed: 'an http or https URL without a path, such as https://support.example.com',
  }),
  DESKSIDE_TLS_CERT_FILE: setting({ schema: path, allowed: 'the path of a certificate in PEM form' }),
  DESKSIDE_TLS_KEY_FILE: setting({ schema: path, allowed: 'the path of a private key in PEM form' }),
  DESKSIDE_TECHNICIAN_NAME: setting({ schema: personalName, allowed: NAME_ALLOWED }),
  DESKSIDE_ORGANISATION: setting({ schema: personalName, allowed: NAME_ALLOWED }),
  DESKSIDE_CONSOLE_TOKEN: setting({
    schema: v.pipe(v.string(), v.regex(CONSOLE_TOKEN)),
    allowed: TOKEN_ALLOWED,
    isSecret: true,
  }),
  DESKSIDE_OPERATOR_TOKEN: setting({
    schema: v.pipe(v.string(), v.regex(CONSOLE_TOKEN)),
    allowed: '16 to 256 letters, digits and any of . _ ~ -',
    isSecret: true,
  }),
  DESKSIDE_REPORT_WEBHOOK_URL: setting({
    schema: programUrl,
    allowed: 'an https URL, such as https://tickets.example.com/deskside',
    isSecret: true,
  }),
  DESKSIDE_REPORT_WEBHOOK_SECRET: setting({
    schema: v.pipe(v.string(), v.minLength(16), v.maxLength(512)),
    allowed: '16 to 512 characters',
    isSecret: true,
  }),
  DESKSIDE_TECHNICIANS_FILE: setting({ schema: path, allowed: 'the path of a file' }),
  DESKSIDE_OIDC_ISSUER: setting({
    schema: issuerUrl,
    allowed: 'an https URL, such as https://login.example.com',
  }),
  DESKSIDE_OIDC_CLIENT_ID: setting({
    schema: v.pipe(v.string(), v.minLength(1), v.maxLength(512)),
    allowed: '1 to 512 characters',
  }),
  DESKSIDE_OIDC_CLIENT_SECRET: setting({
    schema: v.pipe(v.string(), v.minLength(1), v.maxLength(512)),
    allowed: '1 to 512 characters',
    isSecret: true,
  }),
  DESKSIDE_OIDC_ALLOWED: setting({
    schema: allowRules,
    allowed:
      'up to 100 e-mail domains, e-mail addresses and claims, separated by commas, such as example.com,ana@example.org,groups=support',
  }),
  DESKSIDE_WITHHELD: setting({
    schema: list(v.picklist(WITHHOLDABLE), WITHHOLDABLE.length),
    allowed: `any of ${WITHHOLDABLE.join(', ')}, separated by commas`,
  }),
  DESKSIDE_MAX_FILE_MB: setting({
    schema: wholeNumber(1, 10_000_000),
    allowed: 'a number of megabytes from 1 to 10000000',
  }),
  DESKSIDE_FILE_TYPES: setting({
    schema: list(fileTypeSchema, 100),
    allowed: 'up to 100 kinds of files, separated by commas, such as pdf,log,zip',
  }),
  DESKSIDE_OIDC_NAME_CLAIM: setting({
    schema: v.pipe(v.string(), v.regex(/^[\w:./-]{1,128}$/)),
    allowed: "a claim's name, such as name",
  }),
  DESKSIDE_STUN_URLS: setting({
    schema: urlList(STUN_URL),
    allowed: 'up to 8 stun: or stuns: URLs, separated by commas, such as stun:stun.example.com:3478',
  }),
  DESKSIDE_TURN_URLS: setting({
    schema: urlList(TURN_URL),
    allowed:
      'up to 8 turn: or turns: URLs, separated by commas, such as turn:turn.example.com:3478?transport=udp',
  }),
  DESKSIDE_TURN_SECRET: setting({
    schema: v.pipe(v.string(), v.minLength(1), v.maxLength(512)),
    allowed: "coturn's static-auth-secret, 1 to 512 characters",
    isSecret: true,
  }),
  DESKSIDE_EMBED_ORIGINS: setting({
    schema: list(origin, MAX_EMBED_ORIGINS),
    allowed: `up to ${MAX_EMBED_ORIGINS} http or https URLs without a path, separated by commas, such as https://help.example.com`,
  }),
  DESKSIDE_LINK_TTL_MINUTES: setting({
    schema: wholeNumber(1, 43_200),
    allowed: 'a number of minutes from 1 to 43200 (30 days)',
  }),
  DESKSIDE_STATE_DIR: setting({
    schema: v.pipe(
      path,
      v.transform((text) => (text === 'none' ? null : text)),
    ),
    allowed: 'the path of a folder, or none',
  }),
  DESKSIDE_METRICS_TOKEN: setting({
    schema: v.pipe(v.string(), v.regex(CONSOLE_TOKEN)),
    allowed: TOKEN_ALLOWED,
    isSecret: true,
  }),
  DESKSIDE_LOG_LEVEL: setting({ schema: v.picklist(LOG_LEVELS), allowed: `one of ${LOG_LEVELS.join(', ')}` }),
  DESKSIDE_TRUST_PROXY: setting({
    schema: v.pipe(v.string(), v.transform(parseTrustedProxies), v.instance(BlockList)),
    // Once it was true or false, so this says what to write instead.
    allowed:
      'the addresses and CIDR ranges of the proxies in front, separated by commas, such as 127.0.0.1,10.0.0.0/8; ' +
      '127.0.0.1,::1 for a proxy on this machine; nothing for none',
  }),
} as const;

export type SettingName = keyof typeof SETTINGS;

/** All names, in the order in which they are documented. */
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** What was given, once it was found right. What is not there was not given. */
export type SettingValues = {
  -readonly [Name in SettingName]?: v.InferOutput<(typeof SETTINGS)[Name]['schema']>;
};
