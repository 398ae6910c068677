// The server that listens: HTTP, or HTTPS where there is a certificate. Knows nothing of what is asked of it.

import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { TlsCertificate } from './tls-certificate.ts';

const REQUEST_TIMEOUTS = { requestTimeout: 30_000, headersTimeout: 15_000 };
const HANDSHAKE_TIMEOUT_MS = 15_000;
const DRAIN_TIMEOUT_MS = 2_500;

/** @param certificate `null` for plain HTTP. */
export function createWebServer(listener: RequestListener, certificate: TlsCertificate | null): Server {
  if (certificate === null) return createServer(REQUEST_TIMEOUTS, listener);
  const options = { ...REQUEST_TIMEOUTS, handshakeTimeout: HANDSHAKE_TIMEOUT_MS, ...certificate.context };
  const server = createHttpsServer(options, listener);
  certificate.onRenewed((context) => server.setSecureContext(context));
  return server;
}

/** Settles with the port; rejects with Node's own error when the server cannot listen. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('not listening on a port'));
      else resolve(address.port);
    });
  });
}

/** Takes no more connections, and settles when the last one is closed: after 2.5 s at most. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), DRAIN_TIMEOUT_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
