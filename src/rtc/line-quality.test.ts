import { describe, expect, it } from 'vitest';
import { LineQuality } from './line-quality.ts';

const sending = (bitrate: number) => [
  { type: 'outbound-rtp', active: true },
  { type: 'candidate-pair', nominated: true, availableOutgoingBitrate: bitrate },
  { type: 'candidate-pair', nominated: false, availableOutgoingBitrate: 1 },
];

function isPoorAfter(...samples: readonly Record<string, unknown>[][]): boolean {
  const quality = new LineQuality();
  for (const sample of samples) quality.note(sample, []);
  return quality.isPoor;
}

const received = (packetsReceived: number, packetsLost: number) => [
  { type: 'inbound-rtp', packetsReceived, packetsLost },
];

describe('the quality of a line', () => {
  it('is poor where little can be sent, twice in a row', () => {
    expect(isPoorAfter(sending(100_000))).toBe(false);
    expect(isPoorAfter(sending(100_000), sending(100_000))).toBe(true);
    expect(isPoorAfter(sending(100_000), sending(900_000), sending(100_000))).toBe(false);
  });

  it('is good again where it is, twice in a row', () => {
    const poor = [sending(100_000), sending(100_000)];
    expect(isPoorAfter(...poor, sending(900_000))).toBe(true);
    expect(isPoorAfter(...poor, sending(900_000), sending(900_000))).toBe(false);
  });

  it('says nothing of a line over which no picture goes', () => {
    const idle = sending(100_000).slice(1);
    expect(isPoorAfter(idle, idle, idle)).toBe(false);
    expect(isPoorAfter([], [], [])).toBe(false);
  });

  it('is poor where a file trickles, and not where none is on its way', () => {
    const afterLane = (...bytes: number[]) => {
      const quality = new LineQuality();
      for (const bytesSent of bytes) {
        quality.note([], [{ type: 'transport', bytesSent, bytesReceived: 100 }]);
      }
      return quality.isPoor;
    };
    expect(afterLane(20_000, 40_000, 60_000)).toBe(true);
    expect(afterLane(2_000_000, 4_000_000, 6_000_000)).toBe(false);
    expect(afterLane(300, 600, 900)).toBe(false);
    // A small file, on any line.
    expect(afterLane(50_000, 50_000, 50_000)).toBe(false);
    // Another lane took its place; and for ten seconds after.
    expect(afterLane(80_000, 160_000, 40_000)).toBe(true);
    expect(afterLane(80_000, 160_000, ...Array<number>(6).fill(160_000))).toBe(true);
    expect(afterLane(80_000, 160_000, ...Array<number>(7).fill(160_000))).toBe(false);
  });

  it('is poor where much of what comes in is lost of late', () => {
    expect(isPoorAfter(received(900, 10), received(1_800, 20), received(2_700, 30))).toBe(false);
    expect(isPoorAfter(received(900, 10), received(1_700, 110), received(2_500, 210))).toBe(true);
    // Too few to say.
    expect(isPoorAfter(received(900, 10), received(905, 15), received(910, 20))).toBe(false);
  });
});
