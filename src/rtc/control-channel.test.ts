// What the control channel makes of a flood, without a browser: a channel here only hands frames on.

import { describe, expect, it } from 'vitest';
import { ControlChannel } from './control-channel.ts';
import { FrameInbox } from './frame-inbox.ts';

function start() {
  const channel = new EventTarget() as RTCDataChannel;
  const control = new ControlChannel(channel, new FrameInbox(channel));
  const [read, violations]: [number[], string[]] = [[], []];
  control.listen({
    onMessage: (message) => void ('no' in message && read.push(message.no)),
    onViolation: ({ code }) => void violations.push(code),
  });
  const ping = (no: number) => {
    const data = JSON.stringify({ type: 'ping', no });
    channel.dispatchEvent(Object.assign(new Event('message'), { data }));
  };
  return { control, ping, read, violations };
}

const numbers = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('a flood on the control channel', () => {
  it('leaves the page its turn before all of it was read', async () => {
    const { ping, read, violations } = start();
    for (const no of numbers(500)) ping(no);
    // Somebody else's turns, until reading has gone on.
    while (read.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(read.length).toBeLessThan(100);
    await expect.poll(() => read).toEqual(numbers(500));
    expect(violations).toEqual([]);
  });

  it('is a violation beyond what may come at once, and nothing is read after it', async () => {
    const { ping, read, violations } = start();
    for (const no of numbers(700)) ping(no);
    expect(violations).toEqual(['protocol-violation']);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(read).toEqual([1, 2, 3, 4, 5, 6, 7, 8].slice(0, read.length));
  });

  it('is read to its last word when the channel closes', () => {
    const { control, ping, read } = start();
    for (const no of numbers(50)) ping(no);
    control.finish();
    expect(read).toEqual(numbers(50));
  });
});
