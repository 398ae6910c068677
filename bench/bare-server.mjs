// The least that two browsers need to meet: one page, and a WebSocket that passes everything to the other one, or,
// for a PeerJS client, to whom it names.

import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

export async function startBareServer() {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Bare</title><button>Share</button><video muted autoplay></video>');
  });
  const sockets = new WebSocketServer({ server });
  const peers = new Map();
  sockets.on('connection', (socket, request) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    if (pathname.endsWith('/peerjs')) {
      servePeer(socket, searchParams.get('id'), peers);
      return;
    }
    socket.on('message', (data, isBinary) => {
      for (const other of sockets.clients) if (other !== socket) other.send(data, { binary: isBinary });
    });
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${server.address().port}/`,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** PeerJS's protocol, as far as two clients that trust each other need it. */
function servePeer(socket, id, peers) {
  peers.set(id, socket);
  socket.on('message', (data) => {
    const message = JSON.parse(data);
    peers.get(message.dst)?.send(JSON.stringify({ ...message, src: id }));
  });
  socket.send(JSON.stringify({ type: 'OPEN' }));
}
