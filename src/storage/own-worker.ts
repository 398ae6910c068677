// Makes workers and the service worker from this product's own scripts, under a Content-Security-Policy that asks for Trusted Types: the one policy
// of our own, which passes nothing but addresses of this origin.

interface TrustedTypePolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

const POLICY_NAME = 'deskside';

let trust: ((url: string) => string) | null = null;

/** A module worker of the script at `url`. Throws a `TypeError` for an address of another origin. */
export function ownWorker(url: string): Worker {
  return new Worker(trusted(url), { type: 'module' });
}

/** The service worker of this origin. What browsers refuse, such as in private windows, is simply not there. */
export async function startServiceWorker(): Promise<void> {
  await navigator.serviceWorker?.register(trusted('/service-worker.js')).catch(() => {});
}

function trusted(url: string): string {
  trust ??= newTrust();
  return trust(url);
}

function newTrust(): (url: string) => string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicyFactory };
  const policy = trustedTypes?.createPolicy(POLICY_NAME, { createScriptURL: checkOwn });
  // What the policy makes is no string, and goes where one is expected.
  return (url) => (policy === undefined ? checkOwn(url) : (policy.createScriptURL(url) as string));
}

function checkOwn(url: string): string {
  if (new URL(url, location.href).origin !== location.origin) throw new TypeError('not a script of ours');
  return url;
}
