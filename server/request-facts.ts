// What the HTTP side knows of a request beyond its content: where it came from and how it is addressed.
// It believes the headers of trusted proxies, and nobody else's.

import type { Context } from 'hono';
import { isSessionId } from '../src/protocol/session-id.ts';
import { ApiFailure } from './api-failure.ts';
import { clientAddress, isFromTrustedProxy } from './client-address.ts';
import type { ServerConfig } from './config.ts';

/** What `@hono/node-server` puts into a context; absent in tests that call the app directly. */
export interface NodeBindings {
  incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } };
}

export type AppContext = Context<{ Bindings: NodeBindings }>;

/** The client's address; see `clientAddress`. */
export function addressOf(c: AppContext, config: ServerConfig): string {
  const socketAddress = c.env?.incoming?.socket.remoteAddress;
  return clientAddress(socketAddress, c.req.header('x-forwarded-for'), config.trustedProxies);
}

/** Whether people reach the server by https. */
export function isHttps(c: AppContext, config: ServerConfig): boolean {
  if (config.tls !== null || config.publicUrl?.startsWith('https:')) return true;
  const isProxied = isFromTrustedProxy(c.env?.incoming?.socket.remoteAddress, config.trustedProxies);
  return isProxied && c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim() === 'https';
}

/** The origin under which the browser reaches us. Throws `bad-request` when it names no host. */
export function originOf(c: AppContext, config: ServerConfig): string {
  if (config.publicUrl !== null) return config.publicUrl;
  const host = hostOf(c);
  if (host === null) throw new ApiFailure('bad-request');
  return `${isHttps(c, config) ? 'https' : 'http'}://${host}`;
}

/** Host and port that the browser asked for, where they are well-formed. */
export function hostOf(c: AppContext): string | null {
  const host = c.req.header('host') ?? '';
  return /^([\w.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i.test(host) ? host.toLowerCase() : null;
}

/** Anything that is no session's id names a session that nobody knows. */
export function sessionIdOf(c: Context): string {
  const id = c.req.param('id') ?? '';
  if (!isSessionId(id)) throw new ApiFailure('link-unknown');
  return id;
}

/** RFC 6750 section 2.1. */
export function bearerOf(c: Context): string {
  const [, token] = /^Bearer ([\w.~-]{1,512})$/i.exec(c.req.header('authorization') ?? '') ?? [];
  if (token === undefined) throw new ApiFailure('sign-in-required');
  return token;
}
