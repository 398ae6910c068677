// The states of the console that are about signing in and out.

import type { ErrorCode } from '../protocol/deskside-error.ts';
import type { SignInWays } from '../protocol/session-api.ts';
import type { TechnicianStateRecipe } from './console-states.ts';
import { connectSession } from './technician-driven-session.ts';
import type { SignedOutStage } from './technician-shell/technician-stage.ts';

/** A server with nothing but the console's link. */
export const LINK_ONLY: SignInWays = { password: false, oidc: null };
const PASSWORD: SignInWays = { password: true, oidc: null };
const ORGANISATION: SignInWays = { password: false, oidc: { organisation: 'ACME Support' } };
const EVERY_WAY: SignInWays = {
  password: true,
  oidc: { organisation: 'Departamento de Tecnologia da Informação e Comunicação da Prefeitura' },
};

/** Nobody is signed in. */
export function signedOut(ways: SignInWays, changes: Partial<SignedOutStage> = {}): SignedOutStage {
  return { phase: 'signed-out', ways, isBusy: false, problem: null, ...changes };
}

function asked(ways: SignInWays, problem: ErrorCode | null = null): TechnicianStateRecipe {
  return { build: async () => signedOut(ways, { problem }) };
}

export const SIGN_IN_STATES = {
  'signed out': asked(LINK_ONLY),
  'sign-in refused': asked(LINK_ONLY, 'sign-in-refused'),
  'asked for a password': asked(PASSWORD),
  'password refused': asked(PASSWORD, 'password-refused'),
  'too many wrong passwords': asked(PASSWORD, 'sign-in-limited'),
  'being signed in': { build: async () => signedOut(PASSWORD, { isBusy: true }) },
  'sent to the organisation': asked(ORGANISATION),
  'not let in by the organisation': asked(ORGANISATION, 'oidc-not-allowed'),
  'sent to an organisation without a name': asked({ password: false, oidc: { organisation: null } }),
  'every way to sign in': asked(EVERY_WAY),
  'organisation does not answer': asked(EVERY_WAY, 'oidc-unreachable'),
  'access taken away': {
    build: async () => {
      const { stage, listener } = await connectSession();
      listener.rejoin?.onRefused('session-revoked');
      return stage;
    },
  },
  'asked whether to sign out': {
    build: async () => (await connectSession()).stage,
    act: (shell) => {
      const header = shell.renderRoot.querySelector('deskside-technician-header');
      header?.dispatchEvent(new CustomEvent('deskside-sign-out-request', { bubbles: true, composed: true }));
    },
  },
} satisfies Record<string, TechnicianStateRecipe>;
