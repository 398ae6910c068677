// What the other side can make of a negotiation, without a browser: here it only counts what it is given. Negotiation
// that goes well is in the stories.

import { describe, expect, it } from 'vitest';
import type { NegotiationMessage } from '../protocol/control-message.ts';
import { DesksideError } from '../protocol/deskside-error.ts';
import { Negotiation } from './negotiation.ts';

const FINGERPRINT = `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`;
const OTHER_FINGERPRINT = FINGERPRINT.replaceAll('AB', 'CD');
const sdp = (...lines: readonly string[]) => ['m=application 9 UDP/DTLS/SCTP x', ...lines, ''].join('\r\n');
const offer = (round: number, text = sdp(FINGERPRINT)): NegotiationMessage => ({
  type: 'description',
  kind: 'offer',
  round,
  sdp: text,
});
const path: NegotiationMessage = {
  type: 'candidate',
  candidate: '',
  sdpMid: '0',
  sdpMLineIndex: 0,
  usernameFragment: null,
};

/** A browser that takes everything, once `mayAnswer` has settled. */
class ObligingBrowser extends EventTarget {
  readonly descriptions: string[] = [];
  paths = 0;
  signalingState = 'stable';
  localDescription = null;
  mayAnswer: Promise<void> = Promise.resolve();
  async setRemoteDescription({ sdp: text }: { sdp: string }): Promise<void> {
    await this.mayAnswer;
    this.descriptions.push(text);
  }
  async setLocalDescription(): Promise<void> {}
  async addIceCandidate(): Promise<void> {
    this.paths += 1;
  }
}

function start() {
  const browser = new ObligingBrowser();
  const errors: unknown[] = [];
  const negotiation = new Negotiation({
    pc: browser as unknown as RTCPeerConnection,
    isPolite: true,
    send: () => {},
    onError: (error) => errors.push(error instanceof DesksideError ? error.code : error),
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return { browser, negotiation, errors, settle };
}

describe('a hostile negotiation', () => {
  it('with two `a=fingerprint` lines in one description is refused before the browser gets it', async () => {
    const { browser, negotiation, errors, settle } = start();
    negotiation.handle(offer(1, sdp(FINGERPRINT, OTHER_FINGERPRINT)));
    await settle();
    expect(errors).toEqual(['protocol-violation']);
    expect(browser.descriptions).toEqual([]);
  });

  it('of paths without end is refused, and begins anew with each description', async () => {
    const { browser, negotiation, errors, settle } = start();
    for (const round of [1, 2]) {
      negotiation.handle(offer(round));
      for (let no = 0; no < 256; no++) negotiation.handle(path);
      await settle();
    }
    expect([browser.paths, errors]).toEqual([512, []]);
    negotiation.handle(path);
    await settle();
    expect([browser.paths, errors]).toEqual([512, ['protocol-violation']]);
  });

  it('that comes faster than the browser takes it is refused', async () => {
    const { browser, negotiation, errors, settle } = start();
    let answer = () => {};
    browser.mayAnswer = new Promise((resolve) => {
      answer = resolve;
    });
    for (let round = 1; round <= 512; round++) negotiation.handle(offer(round));
    await settle();
    expect(errors).toEqual([]);
    negotiation.handle(offer(513));
    expect(errors).toEqual(['protocol-violation']);
    answer();
    await settle();
    expect(browser.descriptions).toHaveLength(512);
    negotiation.handle(offer(514));
    await settle();
    expect(browser.descriptions).toHaveLength(513);
  });
});
