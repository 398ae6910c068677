// Whose certificate a connection is proven with, in a real browser: the one that the other end has shown, whatever else
// signalling announces beside it.

import { afterEach, describe, expect, it } from 'vitest';
import { createIdentity, type Identity, remoteFingerprint } from './identity.ts';

const open: RTCPeerConnection[] = [];

afterEach(() => {
  for (const pc of open.splice(0)) pc.close();
});

function lineOf({ certificate }: Identity): string {
  const [sha256] = certificate.getFingerprints();
  return `a=fingerprint:${sha256?.algorithm} ${sha256?.value}\r\n`;
}

/** `announce` is what signalling makes of the other end's description. Resolves with this end, or `null` if it never opens. */
async function connect(
  identity: Identity,
  announce: (sdp: string) => string,
): Promise<RTCPeerConnection | null> {
  const pc = new RTCPeerConnection();
  const other = new RTCPeerConnection({ certificates: [identity.certificate] });
  open.push(pc, other);
  for (const [from, to] of [
    [pc, other],
    [other, pc],
  ] as const) {
    from.addEventListener('icecandidate', ({ candidate }) => {
      if (to.signalingState !== 'closed') void to.addIceCandidate(candidate ?? undefined);
    });
  }
  const channel = pc.createDataChannel('control', { negotiated: true, id: 1 });
  other.createDataChannel('control', { negotiated: true, id: 1 });
  const isOpen = new Promise<boolean>((resolve) => {
    channel.addEventListener('open', () => resolve(true));
    pc.addEventListener('connectionstatechange', () => pc.connectionState === 'failed' && resolve(false));
  });
  await pc.setLocalDescription();
  await other.setRemoteDescription(pc.localDescription ?? { type: 'offer' });
  await other.setLocalDescription();
  await pc.setRemoteDescription({ type: 'answer', sdp: announce(other.localDescription?.sdp ?? '') });
  return (await isOpen) ? pc : null;
}

describe('the fingerprint that a proof is about', () => {
  it('is the one of the certificate at the other end', async () => {
    const identity = await createIdentity();
    const pc = await connect(identity, (sdp) => sdp);
    expect(pc && (await remoteFingerprint(pc))).toEqual(identity.fingerprint);
  });

  it('is never another one that is announced beside it: two `a=fingerprint` lines in one description', async () => {
    const [shown, announced] = [await createIdentity(), await createIdentity()];
    const own = lineOf(shown);
    for (const lines of [own + lineOf(announced), lineOf(announced) + own]) {
      const pc = await connect(shown, (sdp) => sdp.replace(own, lines));
      // A browser may take either line for the one that counts; the proof takes neither.
      if (pc !== null) expect(await remoteFingerprint(pc)).toEqual(shown.fingerprint);
    }
    expect(open.some(({ connectionState }) => connectionState === 'connected')).toBe(true);
  });
});
