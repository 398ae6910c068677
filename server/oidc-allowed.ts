// Whom the organisation's own sign-in lets in: what the setting may say, and whether it means somebody. Pure.

import * as v from 'valibot';
import { emailSchema } from './technicians-file.ts';

/** Any one of them is enough. */
export type AllowRule =
  | { readonly kind: 'domain'; readonly domain: string }
  | { readonly kind: 'email'; readonly email: string }
  | { readonly kind: 'claim'; readonly name: string; readonly value: string };

/** What a provider says of somebody. */
export interface OidcClaims {
  readonly claims: Readonly<Record<string, unknown>>;
  /** The e-mail address, if the provider says that it has verified it. */
  readonly verifiedEmail: string | null;
}

const DOMAIN = /^(?=.{1,253}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const CLAIM = /^([\w:./-]{1,128})=(.{1,256})$/;

/** Reads one entry of the setting; `null` when it is none. */
export function parseAllowRule(text: string): AllowRule | null {
  const [, name, value] = CLAIM.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return { kind: 'claim', name, value };
  const lower = text.toLowerCase();
  if (v.is(emailSchema, lower)) return { kind: 'email', email: lower };
  return DOMAIN.test(lower) ? { kind: 'domain', domain: lower } : null;
}

/** Whether somebody of whom the provider says this may sign in. */
export function isAllowed({ claims, verifiedEmail }: OidcClaims, rules: readonly AllowRule[]): boolean {
  const means = (rule: AllowRule): boolean => {
    switch (rule.kind) {
      case 'domain':
        return verifiedEmail?.split('@')[1] === rule.domain;
      case 'email':
        return verifiedEmail === rule.email;
      case 'claim':
        return Object.hasOwn(claims, rule.name) && valuesOf(claims[rule.name]).includes(rule.value);
    }
  };
  return rules.some(means);
}

/** The address in the claims, in lower case, where it stands beside the word that it was verified. */
export function verifiedEmailOf({ email, email_verified }: Readonly<Record<string, unknown>>): string | null {
  if (email_verified !== true || typeof email !== 'string') return null;
  const lower = email.toLowerCase();
  return v.is(emailSchema, lower) ? lower : null;
}

/** A claim's value, or each of several, as text. */
function valuesOf(claim: unknown): string[] {
  const values: unknown[] = Array.isArray(claim) ? claim : [claim];
  return values.filter((value) => ['string', 'number', 'boolean'].includes(typeof value)).map(String);
}
