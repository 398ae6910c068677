// From a link to a connection: runs the proof on what PeerJS has brought up. A link whose proof does not hold is closed.

import { DesksideError } from '../protocol/deskside-error.ts';
import { remoteFingerprint } from './identity.ts';
import type { ProofChannel, ProofInput, Proven } from './identity-proof.ts';
import type { PeerLink, PeerOptions } from './silent-peer.ts';

/** Runs `run` with both ends' fingerprints. Rejects as it does, and then the link is closed. */
export async function prove(
  link: PeerLink,
  { role, sessionId, identity }: PeerOptions,
  run: (input: ProofInput, channel: ProofChannel) => Promise<Proven>,
): Promise<Proven> {
  try {
    const [local, remote] = [identity.fingerprint, await remoteFingerprint(link.pc)];
    const [technicianFingerprint, customerFingerprint] =
      role === 'technician' ? [local, remote] : [remote, local];
    return await run(
      { sessionId, technicianFingerprint, customerFingerprint },
      {
        send: (frame) => sendFrame(link.channel, frame),
        take: (taking) => link.inbox.take(taking),
      },
    );
  } catch (error) {
    link.pc.close();
    throw error;
  }
}

function sendFrame(channel: RTCDataChannel, frame: Uint8Array<ArrayBuffer>): void {
  try {
    channel.send(frame);
  } catch (cause) {
    throw new DesksideError('proof-failed', 'closed during the handshake', { cause });
  }
}
