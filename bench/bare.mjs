// The named alternative: a bare RTCPeerConnection with one data channel, which carries the offers for the screen.

import { openPicture } from './picture.mjs';

/** One round: page opened → channel open, and click → first frame at the other side, in ms. */
export async function measureBare(customers, technicians, url, pictureTitle) {
  const [there, here] = await Promise.all([technicians.newContext(), customers.newContext()]);
  await openPicture(here, pictureTitle);
  const [watcher, sharer] = await Promise.all([there.newPage(), here.newPage()]);
  await watcher.goto(url);
  await watcher.evaluate(connect, false);
  const openedAtMs = Date.now();
  await sharer.goto(url);
  await sharer.evaluate(connect, true);
  const joinedAtMs = await sharer.evaluate(() => window.opened);

  await sharer.evaluate(() => {
    document.querySelector('button').addEventListener('click', async () => {
      window.clickedAtMs = performance.timeOrigin + performance.now();
      const stream = await navigator.mediaDevices.getDisplayMedia({ video: { displaySurface: 'monitor' } });
      window.pc.addTrack(stream.getVideoTracks()[0], stream);
    });
  });
  const firstFrame = watcher.evaluate(() => window.firstFrame);
  await sharer.click('button');
  const frameAtMs = await firstFrame;
  const clickedAtMs = await sharer.evaluate(() => window.clickedAtMs);
  await Promise.all([there.close(), here.close()]);
  return { joinedMs: joinedAtMs - openedAtMs, firstFrameMs: frameAtMs - clickedAtMs };
}

/** Runs in the page. The sharer makes the first offer; later ones travel on the channel. */
async function connect(isSharer) {
  const socket = new WebSocket(location.href.replace('http', 'ws'));
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  const pc = new RTCPeerConnection();
  window.pc = pc;
  const channel = pc.createDataChannel('control', { negotiated: true, id: 0 });
  const send = (message) => (channel.readyState === 'open' ? channel : socket).send(JSON.stringify(message));
  window.opened = new Promise((resolve) => {
    channel.addEventListener('open', () => resolve(performance.timeOrigin + performance.now()));
  });
  window.firstFrame = new Promise((resolve) => {
    const video = document.querySelector('video');
    pc.addEventListener('track', ({ track }) => {
      video.srcObject = new MediaStream([track]);
      video.requestVideoFrameCallback(() => resolve(performance.timeOrigin + performance.now()));
    });
  });
  const receive = async ({ data }) => {
    const message = JSON.parse(typeof data === 'string' ? data : await data.text());
    if (message.sdp !== undefined) {
      await pc.setRemoteDescription(message);
      if (message.type === 'offer') {
        await pc.setLocalDescription();
        send(pc.localDescription);
      }
    } else {
      await pc.addIceCandidate(message);
    }
  };
  socket.addEventListener('message', receive);
  channel.addEventListener('message', receive);
  pc.addEventListener('icecandidate', ({ candidate }) => candidate && send(candidate));
  pc.addEventListener('negotiationneeded', async () => {
    if (!isSharer) return;
    await pc.setLocalDescription();
    send(pc.localDescription);
  });
}
