// What every row of the matrix starts from: a network, a server in it, a browser on each side; and how a row says
// what it measured.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CUSTOMERS_PICTURE, TECHNICIANS_PICTURE } from '../known-picture.ts';
import { type RealServer, startRealServer } from '../real-server.ts';
import { DiskFiles } from '../received-files.ts';
import { test as base, expect } from '../story.ts';
import { BrowserInNamespace } from './browser-in-namespace.ts';
import { BusySession, type BusySessionParts } from './busy-session.ts';
import { Network, SERVER_ADDRESS } from './network.ts';

export { expect };

const PORT = 8080;
const ORIGIN = `http://${SERVER_ADDRESS}:${PORT}`;

/** A slow machine may take so much longer than the goal before a row fails. */
const PATIENCE = 8;

/** The server, which can be killed and started again with what it had kept. */
export class ServerInNamespace {
  readonly #stateFolder: string;
  #server: RealServer;

  private constructor(stateFolder: string, server: RealServer) {
    this.#stateFolder = stateFolder;
    this.#server = server;
  }

  static async start(): Promise<ServerInNamespace> {
    const stateFolder = await mkdtemp(join(tmpdir(), 'deskside-state-'));
    return new ServerInNamespace(stateFolder, await launchServer(stateFolder));
  }

  get customerUrl(): string {
    return this.#server.customerUrl;
  }

  get technicianUrl(): string {
    return this.#server.technicianUrl;
  }

  kill(): Promise<void> {
    return this.#server.kill();
  }

  async restart(): Promise<void> {
    this.#server = await launchServer(this.#stateFolder);
  }

  async remove(): Promise<void> {
    await this.#server.kill();
    await rm(this.#stateFolder, { recursive: true, force: true });
  }
}

function launchServer(stateFolder: string): Promise<RealServer> {
  return startRealServer({
    HOST: '0.0.0.0',
    PORT: String(PORT),
    DESKSIDE_PUBLIC_URL: ORIGIN,
    DESKSIDE_STATE_DIR: stateFolder,
  });
}

interface FaultFixtures {
  readonly network: Network;
  readonly signalling: ServerInNamespace;
  readonly parts: BusySessionParts;
  readonly session: BusySession;
}

export const test = base.extend<FaultFixtures>({
  network: async ({}, use) => {
    const network = Network.create();
    await use(network);
    network.remove();
  },
  signalling: async ({ network: _network }, use) => {
    const server = await ServerInNamespace.start();
    try {
      await use(server);
    } finally {
      await server.remove();
    }
  },
  parts: async ({ network, signalling }, use) => {
    const disk = await DiskFiles.create();
    const [customer, technician] = await Promise.all([
      BrowserInNamespace.start(network, 'customer', ORIGIN, CUSTOMERS_PICTURE),
      BrowserInNamespace.start(network, 'technician', ORIGIN, TECHNICIANS_PICTURE),
    ]);
    const { customerUrl, technicianUrl } = signalling;
    await use({ network, disk, browsers: { customer, technician }, customerUrl, technicianUrl });
    await Promise.all([customer.remove(), technician.remove()]);
    await disk.remove();
  },
  session: async ({ parts }, use, testInfo) => {
    const session = await BusySession.open(parts);
    await use(session);
    if (testInfo.status !== testInfo.expectedStatus) console.log(await session.describe());
  },
});

/** What a row measured, and what it should be; in ms. */
export interface Measured {
  readonly what: string;
  readonly tookMs: number;
  readonly goalMs: number;
}

/** Prints a row's line. It fails only far beyond the goal, so that a slow machine does not fail it. */
export function report(row: string, ...measured: readonly Measured[]): void {
  const parts = measured.map(
    ({ what, tookMs, goalMs }) => `${what} after ${seconds(tookMs)} (goal ${seconds(goalMs)})`,
  );
  console.log(`FAULT ${row}: ${parts.length === 0 ? 'as it must be' : parts.join(', ')}`);
  for (const { what, tookMs, goalMs } of measured) {
    expect(tookMs, `${row}: ${what}`).toBeLessThanOrEqual(PATIENCE * goalMs);
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** How long a row waits for what it measures before it gives up, in ms. */
export function patienceFor(goalMs: number): number {
  return PATIENCE * goalMs + 5_000;
}
