import { describe, expect, it } from 'vitest';
import { isAllowed, parseAllowRule, verifiedEmailOf } from './oidc-allowed.ts';

function allows(rule: string, claims: Record<string, unknown>): boolean {
  const parsed = parseAllowRule(rule);
  if (parsed === null) throw new Error(`no rule: ${rule}`);
  return isAllowed({ claims, verifiedEmail: verifiedEmailOf(claims) }, [parsed]);
}

const verified = (email: unknown) => ({ email, email_verified: true });

describe('a rule', () => {
  it.each([
    ['example.com', { kind: 'domain', domain: 'example.com' }],
    ['Example.COM', { kind: 'domain', domain: 'example.com' }],
    ['Ana@example.com', { kind: 'email', email: 'ana@example.com' }],
    ['groups=support team', { kind: 'claim', name: 'groups', value: 'support team' }],
    ['https://example.com/role=a=b', { kind: 'claim', name: 'https://example.com/role', value: 'a=b' }],
    ['com', null],
    ['*', null],
    ['@example.com', null],
    ['groups=', null],
    ['', null],
  ])('is read from %j as %j', (text, rule) => {
    expect(parseAllowRule(text)).toEqual(rule);
  });

  it.each([
    ['example.com', verified('ana@example.com'), true],
    ['example.com', verified('Ana@Example.com'), true],
    ['example.com', verified('ana@sub.example.com'), false],
    ['example.com', verified('ana@evilexample.com'), false],
    ['example.com', verified('ana@example.com@evil.example'), false],
    ['example.com', { email: 'ana@example.com' }, false],
    ['example.com', { email: 'ana@example.com', email_verified: false }, false],
    ['example.com', { email: 'ana@example.com', email_verified: 'true' }, false],
    ['example.com', verified(['ana@example.com']), false],
    ['example.com', {}, false],
    ['ana@example.com', verified('ana@example.com'), true],
    ['ana@example.com', verified('ben@example.com'), false],
    ['groups=support', { groups: ['sales', 'support'] }, true],
    ['groups=support', { groups: 'support' }, true],
    ['groups=support', { groups: ['supporters'] }, false],
    ['groups=support', { groups: { support: true } }, false],
    ['admin=true', { admin: true }, true],
    ['constructor=x', {}, false],
  ])('%j lets in %j: %s', (rule, claims, expected) => {
    expect(allows(rule, claims)).toBe(expected);
  });
});

it('nobody is let in by no rule', () => {
  expect(isAllowed({ claims: {}, verifiedEmail: 'ana@example.com' }, [])).toBe(false);
});
