import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { CertificateFiles, makeCertificate } from './testing/certificate-files.ts';
import { ManualClock } from './testing/manual-clock.ts';
import { recordingLog, silentLog } from './testing/silent-log.ts';
import { TlsCertificate } from './tls-certificate.ts';

type Pair = Awaited<ReturnType<typeof makeCertificate>>;

let first: Pair;
let second: Pair;
let files: CertificateFiles;

beforeAll(async () => {
  [first, second] = await Promise.all([makeCertificate(), makeCertificate()]);
});

afterEach(() => files.remove());

describe('a certificate', () => {
  it('is read with its key, for TLS 1.2 and later', async () => {
    files = await CertificateFiles.write(first);
    const { context } = new TlsCertificate(files, new ManualClock(), silentLog);
    expect(context).toEqual({ ...first, minVersion: 'TLSv1.2' });
  });

  it.each([
    [
      'has no file',
      () => ({ key: first.key }),
      /^DESKSIDE_TLS_CERT_FILE is ".*cert\.pem", .* read: ENOENT\.$/,
    ],
    ['has no key file', () => ({ cert: first.cert }), /^DESKSIDE_TLS_KEY_FILE is ".*key\.pem", .* ENOENT\.$/],
    ['is none', () => ({ ...first, cert: 'x' }), /^DESKSIDE_TLS_CERT_FILE .* holds no certificate/],
    ['is its key', () => ({ ...first, cert: first.key }), /^DESKSIDE_TLS_CERT_FILE .* holds no certificate/],
    ['has no key', () => ({ ...first, key: first.cert }), /^DESKSIDE_TLS_KEY_FILE .* holds no private key/],
    ["has another one's key", () => ({ ...first, key: second.key }), /^The key in .* does not belong to/],
    [
      'has a damaged chain',
      () => ({
        ...first,
        cert: `${first.cert}\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`,
      }),
      /chain is damaged/,
    ],
  ])('that %s is refused, and says so', async (_what, pair, message) => {
    files = await CertificateFiles.write(pair());
    expect(() => new TlsCertificate(files, new ManualClock(), silentLog)).toThrow(message);
  });

  it('that has expired is used, and the log says so', async () => {
    files = await CertificateFiles.write(await makeCertificate(new Date(Date.now() + 60_000)));
    const { log, lines } = recordingLog();
    new TlsCertificate(files, new ManualClock(Date.now() + 3_600_000), log);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 40,
      msg: 'https: certificate, which has expired',
    });
  });
});

describe('a renewed certificate', () => {
  async function start() {
    files = await CertificateFiles.write(first);
    const { log, lines } = recordingLog();
    const clock = new ManualClock();
    const certificate = new TlsCertificate(files, clock, log);
    const onRenewed = vi.fn();
    certificate.onRenewed(onRenewed);
    const tend = () => {
      clock.advance(10_000);
      certificate.tend();
    };
    return {
      clock,
      certificate,
      onRenewed,
      tend,
      warnings: () => lines.filter((line) => /"level":40/.test(line)),
    };
  }

  it('is taken up within ten seconds, and once', async () => {
    const { clock, certificate, onRenewed, tend } = await start();
    tend();
    expect(onRenewed).not.toHaveBeenCalled();
    await files.write(second);
    clock.advance(9_999);
    certificate.tend();
    expect(onRenewed).not.toHaveBeenCalled();
    clock.advance(1);
    certificate.tend();
    tend();
    expect(onRenewed.mock.calls).toEqual([[{ ...second, minVersion: 'TLSv1.2' }]]);
    expect(certificate.context).toMatchObject(second);
  });

  it('is not taken up as long as its key is not there; the log says so once', async () => {
    const { certificate, onRenewed, tend, warnings } = await start();
    await files.write({ cert: second.cert });
    tend();
    tend();
    expect(onRenewed).not.toHaveBeenCalled();
    expect(certificate.context).toMatchObject(first);
    expect(warnings()).toHaveLength(1);
    expect(warnings()[0]).toContain('does not belong to the certificate');
    await files.write({ key: second.key });
    tend();
    expect(onRenewed).toHaveBeenCalledOnce();
  });

  it('that was broken, put right and broken again is said twice', async () => {
    const { onRenewed, tend, warnings } = await start();
    for (const cert of ['', first.cert, '']) {
      await files.write({ cert });
      tend();
    }
    expect(warnings()).toHaveLength(2);
    expect(onRenewed).not.toHaveBeenCalled();
  });
});
