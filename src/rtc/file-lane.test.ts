// What the other side can make of the lane of files, without a browser: peer connections are only counted here. Files
// over real ones are in file-channel.browser.test.ts and in the stories.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LaneMessage } from '../protocol/control-message.ts';
import type { Role } from '../protocol/role.ts';
import { FileLane } from './file-lane.ts';

let connections = { made: 0, open: 0 };

class CountedConnection extends EventTarget {
  constructor() {
    super();
    connections.made += 1;
    connections.open += 1;
  }
  createDataChannel = () => new EventTarget();
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

function laneOf(role: Role) {
  const violations: string[] = [];
  const lane = new FileLane({
    role,
    configuration: {},
    canNegotiate: () => true,
    send: () => {},
    onChannel: () => {},
    onViolation: ({ code }) => {
      violations.push(code);
      lane.close();
    },
  });
  return { lane, violations };
}

const about = (no: number): LaneMessage => ({
  type: 'lane',
  no,
  message: { type: 'candidate', candidate: '', sdpMid: null, sdpMLineIndex: null, usernameFragment: 'x' },
});

describe('the technician’s end of the lane', () => {
  it('takes the next lane in place of the present one, and a few numbers later too', () => {
    const { lane, violations } = laneOf('technician');
    for (const no of [1, 2, 10, 9, 10]) lane.handle(about(no));
    expect(connections).toEqual({ made: 3, open: 1 });
    expect(violations).toEqual([]);
  });

  it.each([9, 1_000, Number.MAX_SAFE_INTEGER])('refuses lane %i when none was there before', (no) => {
    const { lane, violations } = laneOf('technician');
    lane.handle(about(no));
    expect(violations).toEqual(['protocol-violation']);
    expect(connections.made).toBe(0);
  });

  it('makes twenty at once, then one a second', () => {
    const { lane, violations } = laneOf('technician');
    for (let no = 1; no <= 20; no++) lane.handle(about(no));
    vi.advanceTimersByTime(1_000);
    lane.handle(about(21));
    expect(violations).toEqual([]);
    lane.handle(about(22));
    lane.handle(about(23));
    expect(violations).toEqual(['protocol-violation']);
    expect(connections).toEqual({ made: 21, open: 0 });
  });
});

it('the customer’s end makes no lane because the technician names one', () => {
  const { lane, violations } = laneOf('customer');
  for (const no of [1, 2, 1_000]) lane.handle(about(no));
  expect(connections.made).toBe(0);
  expect(violations).toEqual([]);
});
