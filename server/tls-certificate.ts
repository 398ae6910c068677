// The certificate for https and its key: read from two files, checked against each other, and read again now and
// then, since certificates are renewed while servers run. Knows no server.

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext, type SecureContextOptions } from 'node:tls';
import type { Clock } from './clock.ts';
import { errorCodeOf } from './error-code.ts';
import type { Log } from './log.ts';

export interface TlsFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

/** Why a certificate cannot be used, in one sentence for whoever set it up. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError';
}

interface Pair {
  readonly context: SecureContextOptions;
  readonly expiresAtMs: number;
}

/** How soon a renewed certificate is noticed. */
const READ_INTERVAL_MS = 10_000;

export class TlsCertificate {
  readonly #files: TlsFiles;
  readonly #clock: Clock;
  readonly #log: Log;
  #pair: Pair;
  #readAtMs: number;
  #problem: string | null = null;
  #onRenewed: (context: SecureContextOptions) => void = () => {};

  /** Throws a `CertificateError` when the files hold no certificate with its key. */
  constructor(files: TlsFiles, clock: Clock, log: Log) {
    this.#files = files;
    this.#clock = clock;
    this.#log = log;
    this.#pair = readPair(files);
    this.#readAtMs = clock.now();
    this.#announce('https: certificate');
  }

  /** For Node's https server. */
  get context(): SecureContextOptions {
    return this.#pair.context;
  }

  /** In ms since the epoch. */
  get expiresAtMs(): number {
    return this.#pair.expiresAtMs;
  }

  /** Sets the one listener for a renewed certificate. */
  onRenewed(listener: (context: SecureContextOptions) => void): void {
    this.#onRenewed = listener;
  }

  /** Looks for a renewed pair; to be called now and then. One that cannot be used changes nothing. */
  tend(): void {
    const nowMs = this.#clock.now();
    if (nowMs - this.#readAtMs < READ_INTERVAL_MS) return;
    this.#readAtMs = nowMs;
    try {
      const pair = readPair(this.#files);
      this.#problem = null;
      if (isSame(pair.context, this.#pair.context)) return;
      this.#pair = pair;
      this.#onRenewed(pair.context);
      this.#announce('https: renewed certificate');
    } catch (error) {
      if (!(error instanceof CertificateError)) throw error;
      this.#reportOnce(error.message);
    }
  }

  #announce(what: string): void {
    const { expiresAtMs } = this.#pair;
    const isExpired = expiresAtMs <= this.#clock.now();
    const expires = new Date(expiresAtMs).toISOString();
    if (isExpired) this.#log.warn({ expires }, `${what}, which has expired`);
    else this.#log.info({ expires }, what);
  }

  /** Two files are seldom renewed in one moment, and a mistake may stay for days. */
  #reportOnce(problem: string): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    this.#log.warn({ problem }, 'https: the certificate was not renewed');
  }
}

function readPair({ certFile, keyFile }: TlsFiles): Pair {
  const cert = readText('DESKSIDE_TLS_CERT_FILE', certFile);
  const key = readText('DESKSIDE_TLS_KEY_FILE', keyFile);
  const certificate = parsed(
    () => new X509Certificate(cert),
    `DESKSIDE_TLS_CERT_FILE is ${JSON.stringify(certFile)}, which holds no certificate in PEM form.`,
  );
  const privateKey = parsed(
    () => createPrivateKey(key),
    `DESKSIDE_TLS_KEY_FILE is ${JSON.stringify(keyFile)}, which holds no private key in PEM form without a passphrase.`,
  );
  if (!certificate.checkPrivateKey(privateKey)) {
    throw new CertificateError(
      `The key in ${JSON.stringify(keyFile)} does not belong to the certificate in ${JSON.stringify(certFile)}.`,
    );
  }
  const context = { cert, key, minVersion: 'TLSv1.2' } as const;
  parsed(
    () => createSecureContext(context),
    `The certificate in ${JSON.stringify(certFile)} cannot be used: its chain is damaged, or its key too weak.`,
  );
  return { context, expiresAtMs: Date.parse(certificate.validTo) };
}

function readText(setting: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CertificateError(
      `${setting} is ${JSON.stringify(path)}, which cannot be read: ${errorCodeOf(error)}.`,
    );
  }
}

function parsed<Result>(parse: () => Result, problem: string): Result {
  try {
    return parse();
  } catch {
    throw new CertificateError(problem);
  }
}

function isSame(one: SecureContextOptions, other: SecureContextOptions): boolean {
  return one.cert === other.cert && one.key === other.key;
}
