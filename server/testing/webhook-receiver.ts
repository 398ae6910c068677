// A program of an operator's that gets webhooks: it keeps what came, and answers as it is told to.

import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

interface ReceivedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export class WebhookReceiver {
  readonly #server: Server;
  readonly #received: ReceivedRequest[] = [];
  #onReceived = () => {};
  /** What the next requests are answered with; after those, 204. */
  readonly answers: (number | 'never')[] = [];
  /** How many requests came. */
  count = 0;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      this.#received.push({ headers: request.headers, body });
      this.count += 1;
      this.#onReceived();
      const answer = this.answers.shift() ?? 204;
      if (answer !== 'never') response.writeHead(answer, { Location: this.url }).end();
    });
  }

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return `http://127.0.0.1:${address.port}/reports`;
  }

  /** The next request, once it is there. */
  async next(): Promise<ReceivedRequest> {
    const request = this.#received.shift();
    if (request !== undefined) return request;
    await new Promise<void>((resolve) => {
      this.#onReceived = resolve;
    });
    return this.next();
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
