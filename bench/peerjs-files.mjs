// The other named alternative: what PeerJS's users write, `connection.send(blob)`. Its signalling is the least
// that its client takes.

import { createRequire } from 'node:module';

const PEERJS = createRequire(import.meta.url).resolve('peerjs/dist/peerjs.min.js');

/** Returns what moves a file and resolves with the time from `send(blob)` to the other side's `data`, in ms. */
export async function openPeerjsFiles({ sender, receiver }, { bareServer }) {
  const [from, to] = await Promise.all([sender.newPage(), receiver.newPage()]);
  for (const page of [from, to]) {
    await page.goto(bareServer.url);
    await page.addScriptTag({ path: PEERJS });
  }
  const { port } = new URL(bareServer.url);
  await to.evaluate(listen, Number(port));
  await from.evaluate(call, Number(port));
  await to.evaluate(() => window.connected);
  return async (path) => {
    await from.locator('input').setInputFiles(path);
    await to.bringToFront();
    const arrived = to.evaluate(() => window.nextArrival());
    await from.bringToFront();
    const startedAtMs = await from.evaluate(() => {
      const startedAt = performance.timeOrigin + performance.now();
      window.connection.send(document.querySelector('input').files[0]);
      return startedAt;
    });
    return (await arrived) - startedAtMs;
  };
}

/** Runs in the receiving page. */
async function listen(port) {
  const peer = new window.Peer('receiver', { host: 'localhost', port, path: '/' });
  window.connected = new Promise((resolve) => {
    peer.on('connection', (connection) => {
      let arrive = () => {};
      window.nextArrival = () =>
        new Promise((resolveArrival) => {
          arrive = resolveArrival;
        });
      connection.on('data', (data) => {
        window.file = data;
        arrive(performance.timeOrigin + performance.now());
      });
      connection.on('open', () => resolve());
    });
  });
  await new Promise((resolve) => peer.on('open', resolve));
}

/** Runs in the sending page. */
async function call(port) {
  document.body.append(Object.assign(document.createElement('input'), { type: 'file' }));
  const peer = new window.Peer('sender', { host: 'localhost', port, path: '/' });
  await new Promise((resolve) => peer.on('open', resolve));
  window.connection = peer.connect('receiver', { reliable: true });
  await new Promise((resolve) => window.connection.on('open', resolve));
}
