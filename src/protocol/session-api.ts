// The server's JSON over HTTP, as both the server and the pages see it: schemas, and one decoder.

import * as v from 'valibot';
import { DesksideError } from './deskside-error.ts';
import { MAX_NAME_LENGTH, MAX_PASSWORD_LENGTH, MAX_USERNAME_LENGTH } from './limits.ts';
import { permissionsSchema } from './permissions.ts';
import { isSessionId } from './session-id.ts';
import { isRouting } from './support-key.ts';

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NAME_LENGTH));

/**
 * Who invites: shown to the customer before joining. An organisation of `null` is not shown.
 *
 * `verified` is what stands behind the name: an account at the server, the organisation's own sign-in (OpenID Connect),
 * or nothing but the server's configuration. What was written down before there was a difference had nothing else.
 */
export const technicianProfileSchema = v.object({
  name,
  organisation: v.nullable(name),
  verified: v.optional(v.picklist(['account', 'oidc', 'none']), 'none'),
});
export type TechnicianProfile = v.InferOutput<typeof technicianProfileSchema>;

const iceServerSchema = v.object({
  urls: v.pipe(v.array(v.pipe(v.string(), v.maxLength(512))), v.minLength(1), v.maxLength(8)),
  username: v.optional(v.pipe(v.string(), v.maxLength(512))),
  credential: v.optional(v.pipe(v.string(), v.maxLength(512))),
});
export type IceServer = v.InferOutput<typeof iceServerSchema>;

/** What a side needs to enter signalling: its ticket is the PeerJS token, and the bearer of its requests. */
const accessEntries = {
  ticket: v.pipe(v.string(), v.regex(/^[\w.-]{16,512}$/)),
  /** For how long the ticket is good, in seconds from now. */
  ticketLifetimeS: v.pipe(v.number(), v.minValue(1), v.maxValue(86_400)),
  iceServers: v.pipe(v.array(iceServerSchema), v.maxLength(16)),
};

const secretText = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_PASSWORD_LENGTH));

/** `POST /api/sign-in`, request: the console token, or an account's name and password. */
export const signInSchema = v.union([
  v.strictObject({ token: secretText }),
  v.strictObject({
    username: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_USERNAME_LENGTH)),
    password: secretText,
  }),
]);
export type SignInRequest = v.InferOutput<typeof signInSchema>;

/** `GET /api/sign-in`, answer: which ways in there are beside the console's link. */
export const signInWaysSchema = v.object({
  password: v.boolean(),
  /** The organisation's own sign-in; the organisation is `null` where nobody has said its name. */
  oidc: v.nullable(v.object({ organisation: v.nullable(name) })),
});
export type SignInWays = v.InferOutput<typeof signInWaysSchema>;

/** Where the organisation's own sign-in begins; a page to go to, not to fetch. */
export const OIDC_PATH = '/api/sign-in/oidc';

/** The parameter with which the console's page is opened when the organisation's own sign-in came to nothing. */
export const SIGN_IN_PROBLEM_PARAMETER = 'sign-in-problem';
export const signInProblemSchema = v.picklist([
  'oidc-unreachable',
  'oidc-failed',
  'oidc-not-allowed',
  'technician-blocked',
  'sign-in-limited',
  'server-busy',
]);
export type SignInProblem = v.InferOutput<typeof signInProblemSchema>;

/** `POST /api/sign-in` and `GET /api/technician`, answer. */
export const signedInSchema = v.object({ technician: technicianProfileSchema });

/** `POST /api/sessions`, answer. */
export const sessionCreatedSchema = v.object({
  sessionId: v.pipe(v.string(), v.check(isSessionId)),
  technician: technicianProfileSchema,
  permissions: permissionsSchema,
  /** When the unused link stops working, in ms since the epoch. */
  expiresAtMs: v.pipe(v.number(), v.safeInteger()),
  ...accessEntries,
});
export type SessionCreated = v.InferOutput<typeof sessionCreatedSchema>;

/** `GET /api/sessions/:id`, answer. */
export const inviteSchema = v.object({ technician: technicianProfileSchema, permissions: permissionsSchema });
export type Invite = v.InferOutput<typeof inviteSchema>;

/** `POST /api/sessions/:id/key`, answer: the part of a new support key by which the server finds the session. */
export const keyAllocatedSchema = v.object({ routing: v.pipe(v.string(), v.check(isRouting)) });
export type KeyAllocated = v.InferOutput<typeof keyAllocatedSchema>;

/** `GET /api/keys/:routing`, answer. */
export const routedSchema = v.object({
  sessionId: v.pipe(v.string(), v.check(isSessionId)),
  ...inviteSchema.entries,
});
export type Routed = v.InferOutput<typeof routedSchema>;

/** `POST /api/sessions/:id/join` and `/api/sessions/:id/access`, answer. */
export const joinedSchema = v.object(accessEntries);
export type Joined = v.InferOutput<typeof joinedSchema>;

/** Every answer that is not 2xx. */
export const apiErrorSchema = v.object({
  code: v.picklist([
    'bad-request',
    'link-unknown',
    'link-used',
    'link-expired',
    'session-ended',
    'session-revoked',
    'key-unknown',
    'too-many-tries',
    'server-busy',
    'sign-in-required',
    'sign-in-refused',
    'sign-in-limited',
    'password-refused',
    'technician-blocked',
  ]),
});
export type ApiErrorCode = v.InferOutput<typeof apiErrorSchema>['code'];

/**
 * Reads an answer's body.
 *
 * @throws DesksideError `server-response-invalid` when it is not what `schema` says.
 */
export function decodeApiBody<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body);
  if (!result.success) throw new DesksideError('server-response-invalid');
  return result.output;
}
