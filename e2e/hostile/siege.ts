// One story of a hostile side: sessions, one after the other, until the time is over. Each has a seed of its own.

import type { Browser } from '@playwright/test';
import { otherRole, type Role } from '../../src/protocol/role.ts';
import type { RealServer } from '../real-server.ts';
import { CustomerPage, test as story, TechnicianConsole } from '../story.ts';
import { HonestPage } from './honest-page.ts';
import { HostilePage } from './hostile-page.ts';
import { Random } from './random.ts';

const SECONDS = Number(process.env.HOSTILE_SECONDS ?? 1);
const FIRST_SEED = Number(process.env.HOSTILE_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** How long the hostile side's own page is waited for, in ms. It may be the one that is broken. */
const HOSTILE_TIMEOUT_MS = 5_000;

/** A session that can begin: both pages are open, and the link is at hand. */
export interface Siege {
  readonly hostileRole: Role;
  readonly hostile: HostilePage;
  readonly honest: HonestPage;
  readonly technician: TechnicianConsole;
  readonly customer: CustomerPage;
  readonly link: string;
  readonly random: Random;
}

export interface Attack {
  /** Does something once more; true when a new session is wanted. */
  attack(): Promise<boolean>;
  /** Says something as any page would, over the session that is still there. */
  speak(text: string): Promise<void>;
}

export interface Fixtures {
  readonly server: RealServer;
  readonly technicianBrowser: Browser;
  readonly customerBrowser: Browser;
  readonly technician: TechnicianConsole;
  readonly customer: CustomerPage;
}

/** A story with everything that a siege needs. */
export const test = story.extend<{ readonly sides: Fixtures }>({
  sides: async ({ server, technicianBrowser, customerBrowser, technician, customer }, use) =>
    use({ server, technicianBrowser, customerBrowser, technician, customer }),
});

/** Opens the link and joins. */
export async function join({ customer, link }: Siege): Promise<void> {
  await customer.open('about:blank');
  await customer.open(link);
  await customer.join({ shareScreen: false });
}

/** Says something by the hostile page itself, if that still works. */
export async function speakByPage({ hostileRole, technician, customer }: Siege, text: string): Promise<void> {
  try {
    await (hostileRole === 'technician' ? technician : customer).say(text);
  } catch {
    // What it had to say does not come; then the session must be over.
  }
}

/** Attacks until the time is over. `codes` gets what the honest page showed beside the end of a session. */
export async function besiege(
  hostileRole: Role,
  fixtures: Fixtures,
  begin: (siege: Siege, codes: (string | null)[]) => Promise<Attack>,
): Promise<void> {
  const honestSide = fixtures[otherRole(hostileRole)];
  const honest = new HonestPage(honestSide.page);
  const codes: (string | null)[] = [];
  let untilMs = Number.POSITIVE_INFINITY;
  let beginningMs = 0;
  for (let seed = FIRST_SEED; Date.now() + beginningMs < untilMs; seed++) {
    const startedAtMs = Date.now();
    const { siege, close } = await meet(hostileRole, fixtures, honest, new Random(seed));
    process.stdout.write(`    seed ${seed}\n`);
    const { attack, speak } = await begin(siege, codes);
    if (untilMs === Number.POSITIVE_INFINITY) untilMs = Date.now() + SECONDS * 1_000;
    // Where a session would be made for nothing, none is.
    beginningMs = Date.now() - startedAtMs;
    await honest.weigh();
    let isOver = false;
    await honest.whileAnswering(async () => {
      while (!isOver && Date.now() < untilMs) isOver = (await attack()) || (await honest.end()) !== null;
    });
    if (!isOver) {
      const text = `still here after ${seed}`;
      await speak(text);
      await honest.expectTextOrEnd(text);
    }
    const end = await honest.end();
    if (end !== null) codes.push(end.code);
    await honest.weigh();
    await close();
  }
  const seen = honest.expectUnharmed(codes);
  process.stdout.write(`    ${seen}; ends: ${codes.join(', ')}\n`);
}

async function meet(
  hostileRole: Role,
  { server, technicianBrowser, customerBrowser, ...honestSides }: Fixtures,
  honest: HonestPage,
  random: Random,
): Promise<{ siege: Siege; close(): Promise<void> }> {
  const browser = hostileRole === 'technician' ? technicianBrowser : customerBrowser;
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const hostile = await HostilePage.take(page);
  let { technician, customer } = honestSides;
  if (hostileRole === 'technician') {
    technician = new TechnicianConsole(page);
    await technician.open(server.technicianUrl);
  } else {
    customer = new CustomerPage(page, page);
  }
  const link = await technician.newSession();
  page.setDefaultTimeout(HOSTILE_TIMEOUT_MS);
  const siege = { hostileRole, hostile, honest, technician, customer, link, random };
  return { siege, close: () => context.close() };
}
