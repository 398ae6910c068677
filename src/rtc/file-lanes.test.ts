// What the other side can make of the lanes of files, without a browser: peer connections are only counted here. Files
// over real ones are in file-channel.browser.test.ts and in the stories.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LaneMessage } from '../protocol/control-message.ts';
import type { Role } from '../protocol/role.ts';
import { FileLanes } from './file-lanes.ts';

let connections = { made: 0, open: 0 };
/** Of the connection that was made last. */
let channel: EventTarget & { bufferedAmount?: number };

class CountedConnection extends EventTarget {
  constructor() {
    super();
    connections.made += 1;
    connections.open += 1;
  }
  createDataChannel() {
    channel = new EventTarget();
    return channel;
  }
  close(): void {
    connections.open -= 1;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('RTCPeerConnection', CountedConnection);
  connections = { made: 0, open: 0 };
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function lanesOf(role: Role) {
  const violations: string[] = [];
  const sent: LaneMessage[] = [];
  const lanes = new FileLanes({
    role,
    configuration: {},
    events: { onLane: () => {}, onLaneGone: () => {} },
    canNegotiate: () => true,
    send: (message) => sent.push(message),
    onViolation: ({ code }) => {
      violations.push(code);
      lanes.close();
    },
  });
  return { lanes, violations, sent };
}

const about = (no: number): LaneMessage => ({
  type: 'lane',
  no,
  message: { type: 'candidate', candidate: '', sdpMid: null, sdpMLineIndex: null, usernameFragment: 'x' },
});

const closed = (no: number): LaneMessage => ({ type: 'lane', no, message: { type: 'closed' } });

describe('the technician’s end of the lanes', () => {
  it('takes the next ones beside those that there are, and a few numbers later too', () => {
    const { lanes, violations } = lanesOf('technician');
    for (const no of [1, 2, 10, 9, 10]) lanes.handle(about(no));
    expect(connections).toEqual({ made: 3, open: 3 });
    lanes.handle(closed(2));
    expect(connections.open).toBe(2);
    expect(violations).toEqual([]);
  });

  it('refuses more than eight at a time', () => {
    const { lanes, violations } = lanesOf('technician');
    for (let no = 1; no <= 8; no++) lanes.handle(about(no));
    expect(violations).toEqual([]);
    lanes.handle(about(9));
    expect(violations).toEqual(['protocol-violation']);
    expect(connections).toEqual({ made: 8, open: 0 });
  });

  it.each([9, 1_000, Number.MAX_SAFE_INTEGER])('refuses lane %i when none was there before', (no) => {
    const { lanes, violations } = lanesOf('technician');
    lanes.handle(about(no));
    expect(violations).toEqual(['protocol-violation']);
    expect(connections.made).toBe(0);
  });

  it('makes forty at once, one after the other, then one a second', () => {
    const { lanes, violations } = lanesOf('technician');
    const replace = (no: number) => {
      lanes.handle(closed(no - 1));
      lanes.handle(about(no));
    };
    for (let no = 1; no <= 40; no++) replace(no);
    vi.advanceTimersByTime(1_000);
    replace(41);
    expect(violations).toEqual([]);
    replace(42);
    expect(violations).toEqual(['protocol-violation']);
    expect(connections).toEqual({ made: 41, open: 0 });
  });
});

describe('the customer’s end of the lanes', () => {
  it('makes no lane because the technician names one', () => {
    const { lanes, violations } = lanesOf('customer');
    for (const no of [1, 2, 1_000]) lanes.handle(about(no));
    expect(connections.made).toBe(0);
    expect(violations).toEqual([]);
  });

  it('makes one in place of all that there are, and tells the other side first that they are gone', () => {
    const { lanes, sent } = lanesOf('customer');
    lanes.renew();
    lanes.renew();
    expect(connections).toEqual({ made: 2, open: 1 });
    expect(sent).toEqual([closed(1)]);
  });

  it('makes another one before long when the last one is gone', () => {
    const { lanes, sent } = lanesOf('customer');
    lanes.renew();
    lanes.handle(closed(1));
    expect(connections.open).toBe(0);
    lanes.tick(performance.now(), null);
    expect(connections.open).toBe(0);
    vi.advanceTimersByTime(1_000);
    lanes.tick(performance.now(), null);
    expect(connections).toEqual({ made: 2, open: 1 });
    expect(sent).toEqual([]);
  });

  /** One lane that is open, and holds bytes that do not leave. */
  function stalled() {
    const { lanes, sent } = lanesOf('customer');
    lanes.renew();
    channel.bufferedAmount = 65_536;
    channel.dispatchEvent(new Event('open'));
    const pass = (ms: number) => {
      for (let passedMs = 0; passedMs < ms; passedMs += 250) {
        vi.advanceTimersByTime(250);
        lanes.tick(performance.now(), null);
      }
    };
    pass(250);
    return { lanes, sent, pass };
  }

  it('gives up a lane on which nothing has moved for five seconds', () => {
    const { pass } = stalled();
    pass(4_750);
    channel.bufferedAmount = 49_152;
    pass(5_250);
    expect(connections).toEqual({ made: 1, open: 1 });
    pass(1_000);
    expect(connections).toEqual({ made: 2, open: 1 });
  });

  it('gives up a lane that does not send what it held when it was held back', () => {
    const { lanes, sent, pass } = stalled();
    lanes.setHeld(true);
    pass(2_750);
    expect(connections.open).toBe(1);
    pass(500);
    expect(sent).toEqual([closed(1)]);
  });

  it('keeps a lane that has sent all of it', () => {
    const { lanes, pass } = stalled();
    lanes.setHeld(true);
    channel.bufferedAmount = 0;
    pass(20_000);
    expect(connections).toEqual({ made: 1, open: 1 });
  });
});
