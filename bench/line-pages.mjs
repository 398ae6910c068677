// Puts a line between the pages of two browsers: each page hears of the line's ports where it would hear of the other
// one's candidates, whatever made the connection. Also says how many connections a page has.

/** Must be called before there are pages. */
export async function connectByLine(line, contexts) {
  for (const [side, context] of contexts.entries()) {
    // Without it addresses are hidden from pages.
    await context.grantPermissions(['camera']);
    await context.exposeFunction('linePort', (host, port) => line.portTo(side, host, port));
    await context.addInitScript(takeLine);
  }
}

/** Connected peer connections of a page. */
export function countConnections(page) {
  return page.evaluate(() => window.countConnections());
}

/** Runs in each page, before anything of its own. */
function takeLine() {
  const connections = new Set();
  /** What each connection was told last: it must hear things in the order in which they were said. */
  const told = new WeakMap();
  const CANDIDATE = /^(?:a=)?candidate:\S+ \d+ (\S+) \d+ (\S+) (\d+) /;

  /** The line of a candidate, by way of the line; `null` for what is not UDP. */
  const rewrite = async (candidate) => {
    const found = CANDIDATE.exec(candidate);
    if (found === null) return candidate;
    const [, protocol, host, port] = found;
    if (protocol.toLowerCase() !== 'udp') return null;
    return candidate.replace(` ${host} ${port} `, ` ${host} ${await window.linePort(host, Number(port))} `);
  };
  const rewriteDescription = async ({ type, sdp }) => {
    const lines = await Promise.all(sdp.split('\r\n').map(rewrite));
    return { type, sdp: lines.filter((each) => each !== null).join('\r\n') };
  };
  const inTurn = (pc, act) => {
    const turn = (told.get(pc) ?? Promise.resolve()).then(act);
    told.set(
      pc,
      turn.catch(() => {}),
    );
    return turn;
  };

  class LinePeerConnection extends RTCPeerConnection {
    constructor(...parameters) {
      super(...parameters);
      connections.add(this);
    }

    setRemoteDescription(description) {
      return inTurn(this, async () => super.setRemoteDescription(await rewriteDescription(description)));
    }

    addIceCandidate(init) {
      return inTurn(this, async () => {
        const candidate = await rewrite(init?.candidate ?? '');
        if (candidate === null) return;
        const { sdpMid, sdpMLineIndex, usernameFragment } = init ?? {};
        await super.addIceCandidate({ candidate, sdpMid, sdpMLineIndex, usernameFragment });
      });
    }
  }
  window.RTCPeerConnection = LinePeerConnection;
  window.countConnections = () =>
    [...connections].filter(({ connectionState }) => connectionState === 'connected').length;
}
