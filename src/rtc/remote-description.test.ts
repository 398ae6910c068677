// Descriptions as Chromium and Firefox make them, and what a hostile one could say.

import { describe, expect, it } from 'vitest';
import { codeOf } from '../protocol/testing/code-of.ts';
import { checkRemoteDescription } from './remote-description.ts';

const fingerprint = (octet: string, hash = 'sha-256') =>
  `a=fingerprint:${hash} ${Array.from({ length: 32 }, () => octet).join(':')}`;
const OWN = fingerprint('AB');
const OTHER = fingerprint('CD');
const DATA = 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel';
const VIDEO = 'm=video 9 UDP/TLS/RTP/SAVPF 96';
const HEAD = ['v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0'];
const sdp = (...lines: readonly string[]) => [...HEAD, ...lines, ''].join('\r\n');
const judge = (...lines: readonly string[]) => codeOf(() => checkRemoteDescription(sdp(...lines)));
const times = (count: number, line: string) => Array.from({ length: count }, () => line);

describe('a description of the other side', () => {
  it.each([
    ['one certificate, in each section', [DATA, OWN, VIDEO, OWN]],
    ['one certificate, above all sections', [OWN, DATA, VIDEO]],
    ['one certificate, written in two ways', [DATA, OWN, VIDEO, OWN.toLowerCase()]],
    ['many paths', [DATA, OWN, ...times(256, 'a=candidate:1 1 udp 1 192.0.2.1 9 typ host')]],
  ])('is taken with %s', (_, lines) => {
    expect(judge(...lines)).toBe('no error');
  });

  it.each([
    ['two `a=fingerprint` lines that differ', [DATA, OWN, OTHER]],
    ['two sections whose certificates differ', [DATA, OWN, VIDEO, OTHER]],
    ['another certificate above all sections', [OTHER, DATA, OWN]],
    ['a second certificate named by another hash', [DATA, OWN, fingerprint('AB', 'sha-512')]],
    ['a certificate named by SHA-1 only', [DATA, fingerprint('AB', 'sha-1')]],
    ['a fingerprint that is too short', [DATA, OWN.slice(0, -3)]],
    ['another name of the attribute, and a second certificate', [DATA, OWN, OTHER.replace('a=f', 'a=F')]],
    ['no certificate', [DATA]],
    ['too many sections', [OWN, DATA, ...times(8, VIDEO)]],
    ['too many paths', [DATA, OWN, ...times(257, 'a=candidate:1 1 udp 1 192.0.2.1 9 typ host')]],
  ])('is refused with %s', (_, lines) => {
    expect(judge(...lines)).toBe('protocol-violation');
  });

  it('is refused with a second certificate behind any kind of line end', () => {
    for (const end of ['\n', '\r', '\r\n']) {
      expect(codeOf(() => checkRemoteDescription([DATA, OWN, OTHER].join(end)))).toBe('protocol-violation');
    }
  });
});
