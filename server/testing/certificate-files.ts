// A certificate for localhost and its key, made for one test, in a folder of their own; and others to renew it with.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import type { TlsFiles } from '../tls-certificate.ts';

/** In PEM form, both. */
interface Pair {
  readonly cert: string;
  readonly key: string;
}

export class CertificateFiles implements TlsFiles {
  readonly certFile: string;
  readonly keyFile: string;
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.certFile = join(folder, 'cert.pem');
    this.keyFile = join(folder, 'key.pem');
  }

  static async write(pair: Partial<Pair>): Promise<CertificateFiles> {
    const files = new CertificateFiles(await mkdtemp(join(tmpdir(), 'deskside-certificate-')));
    await files.write(pair);
    return files;
  }

  async write({ cert, key }: Partial<Pair>): Promise<void> {
    if (cert !== undefined) await writeFile(this.certFile, cert);
    if (key !== undefined) await writeFile(this.keyFile, key);
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true });
  }
}

export async function makeCertificate(notAfterDate = new Date(Date.now() + 86_400_000)): Promise<Pair> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  return { cert, key };
}
