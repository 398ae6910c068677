// Two empty pages with one data channel between them.

export async function connectBarePages({ sender, receiver }, url) {
  const pages = await Promise.all([sender.newPage(), receiver.newPage()]);
  for (const page of pages) await page.goto(url);
  const [offering, answering] = pages;
  await answering.evaluate(prepare);
  await offering.evaluate(prepare);
  const offer = await offering.evaluate(describe, null);
  const answer = await answering.evaluate(describe, offer);
  await offering.evaluate((description) => window.pc.setRemoteDescription(description), answer);
  await Promise.all(pages.map((page) => page.evaluate(() => window.opened)));
  return pages;
}

/** Runs in the pages. */
function prepare() {
  document.body.append(Object.assign(document.createElement('input'), { type: 'file' }));
  window.pc = new RTCPeerConnection();
  window.channel = window.pc.createDataChannel('files', { negotiated: true, id: 1 });
  window.opened = new Promise((resolve) => window.channel.addEventListener('open', () => resolve()));
}

/** Runs in the pages: this side's description with all its candidates. */
async function describe(remote) {
  const { pc } = window;
  if (remote !== null) await pc.setRemoteDescription(remote);
  await pc.setLocalDescription();
  await new Promise((resolve) => {
    const look = () => pc.iceGatheringState === 'complete' && resolve();
    pc.addEventListener('icegatheringstatechange', look);
    look();
  });
  return pc.localDescription.toJSON();
}
