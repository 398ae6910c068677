// Who a technician is to the server: on what grounds they are signed in, how customers see them, and what they may do. Remembered with
// each console session and each support session, so that both end when the grounds are gone.

import * as v from 'valibot';
import { MAX_USERNAME_LENGTH } from '../src/protocol/limits.ts';
import { ALL_PERMITTED, permissionsSchema } from '../src/protocol/permissions.ts';
import { technicianProfileSchema } from '../src/protocol/session-api.ts';

/** SHA-256, in hexadecimal. */
export const digestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** Compared without regard to case: an address for mail is a username too. */
export const usernameSchema = v.pipe(
  v.string(),
  v.maxLength(MAX_USERNAME_LENGTH),
  v.toLowerCase(),
  v.regex(/^[a-z0-9][a-z0-9._+@-]*$/),
);

const CONSOLE_LINK_ID = 'link:console';

/** How an operator names a technician: by their username, or by what no username can be. */
export const technicianIdSchema = v.union([
  usernameSchema,
  v.literal(CONSOLE_LINK_ID),
  v.pipe(v.string(), v.regex(/^oidc:[0-9a-f]{64}$/)),
]);

const groundsSchema = v.variant('way', [
  /** The console's link: whoever has its token is the technician of the configuration. */
  v.object({ way: v.literal('link') }),
  /** An account. `passwordDigest` is that of the password's hash: with another password it is not this one any more. */
  v.object({ way: v.literal('account'), username: usernameSchema, passwordDigest: digestSchema }),
  /** The organisation's own sign-in. `rule` stands for its settings: with others everybody has to come again. */
  v.object({ way: v.literal('oidc'), subject: digestSchema, rule: digestSchema }),
]);
export type Grounds = v.InferOutput<typeof groundsSchema>;

export const technicianSchema = v.object({
  grounds: groundsSchema,
  profile: technicianProfileSchema,
  /** Of the sessions that they begin; everything, where it was written down before there was a difference. */
  permissions: v.optional(permissionsSchema, ALL_PERMITTED),
});
export type Technician = v.InferOutput<typeof technicianSchema>;

export function technicianIdOf({ grounds }: Technician): string {
  switch (grounds.way) {
    case 'link':
      return CONSOLE_LINK_ID;
    case 'account':
      return grounds.username;
    case 'oidc':
      return `oidc:${grounds.subject}`;
  }
}
