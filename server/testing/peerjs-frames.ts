// Frames as PeerJS 1.5.5 writes them, and the one that is ours.

export function offer(dst: string, changes: object = {}) {
  const sdp = { type: 'offer', sdp: 'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\n' };
  const label = 'dc_a1b2c3';
  return {
    type: 'OFFER',
    payload: {
      sdp,
      type: 'data',
      connectionId: label,
      label,
      reliable: true,
      serialization: 'raw',
      ...changes,
    },
    dst,
  };
}

/** An offer that is right in everything but how deep its metadata nests, as text. */
export function deepOffer(dst: string, depth: number): string {
  const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
  return JSON.stringify(offer(dst, { metadata: 0 })).replace('"metadata":0', `"metadata":${nested}`);
}

export function answer(dst: string) {
  return {
    type: 'ANSWER',
    payload: { sdp: { type: 'answer', sdp: 'v=0\r\n' }, type: 'data', connectionId: 'dc_a1b2c3' },
    dst,
  };
}

export function candidate(dst: string, number = 1) {
  return {
    type: 'CANDIDATE',
    payload: {
      candidate: {
        candidate: `candidate:${number} 1 udp 2122260223 192.0.2.1 54321 typ host`,
        sdpMid: '0',
        sdpMLineIndex: 0,
        usernameFragment: 'abcd',
      },
      type: 'data',
      connectionId: 'dc_a1b2c3',
    },
    dst,
  };
}

export function sealed(dst: string, box = 'c2VhbGVk_-8') {
  return { type: 'SEALED', dst, payload: { box } };
}
