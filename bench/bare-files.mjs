// The named alternative: one data channel, 64 KiB messages, a high-water mark of 1 MiB, and a receiver that
// collects what comes into a Blob. It checks nothing and writes nothing.

import { connectBarePages } from './bare-pages.mjs';

/** Returns what moves a file and resolves with the time from its start to the last byte's arrival, in ms. */
export async function openBareFiles(browsers, { bareServer }) {
  const [sender, receiver] = await connectBarePages(browsers, bareServer.url);
  await sender.evaluate(prepareSender);
  await receiver.evaluate(prepareReceiver);
  return async (path) => {
    await sender.locator('input').setInputFiles(path);
    const size = await sender.evaluate(() => document.querySelector('input').files[0].size);
    await receiver.bringToFront();
    const arrived = receiver.evaluate((bytes) => window.receive(bytes), size);
    await sender.bringToFront();
    const startedAtMs = await sender.evaluate(() => window.send());
    return (await arrived) - startedAtMs;
  };
}

/** Runs in the sending page. */
function prepareSender() {
  const HIGH_WATER = 1024 * 1024;
  const MESSAGE = 64 * 1024;
  const BLOCK = 16 * MESSAGE;
  const { channel } = window;
  channel.bufferedAmountLowThreshold = HIGH_WATER / 4;
  const send = async (file) => {
    let next = file.slice(0, BLOCK).arrayBuffer();
    for (let start = 0; start < file.size; start += BLOCK) {
      const block = await next;
      next = file.slice(start + BLOCK, start + 2 * BLOCK).arrayBuffer();
      for (let offset = 0; offset < block.byteLength; offset += MESSAGE) {
        if (channel.bufferedAmount >= HIGH_WATER) {
          await new Promise((resolve) => {
            channel.addEventListener('bufferedamountlow', resolve, { once: true });
          });
        }
        channel.send(new Uint8Array(block, offset, Math.min(MESSAGE, block.byteLength - offset)));
      }
    }
  };
  window.send = () => {
    void send(document.querySelector('input').files[0]);
    return performance.timeOrigin + performance.now();
  };
}

/** Runs in the receiving page. */
function prepareReceiver() {
  const { channel } = window;
  channel.binaryType = 'arraybuffer';
  window.receive = (size) =>
    new Promise((resolve) => {
      const parts = [];
      let received = 0;
      channel.onmessage = ({ data }) => {
        parts.push(data);
        received += data.byteLength;
        if (received < size) return;
        window.file = new Blob(parts);
        resolve(performance.timeOrigin + performance.now());
      };
    });
}
