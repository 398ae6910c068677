// The support key in a technician's session: made when waiting begins, burned by wrong tries, gone with the waiting.

import { describe, expect, it } from 'vitest';
import { MAX_KEYS_PER_SESSION } from '../protocol/limits.ts';
import { FakeConnection, FakeListener, fakeSupportPorts } from './ports.fake.ts';
import { TechnicianSession } from './technician-session.ts';

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

async function waiting(change: (ports: ReturnType<typeof fakeSupportPorts>) => void = () => {}) {
  const ports = { ...fakeSupportPorts(), listener: new FakeListener() };
  change(ports);
  const session = new TechnicianSession('https://help.example/#1.x.y', ports);
  session.start();
  await settle();
  const { events } = ports.listener;
  if (events === null) throw new TypeError('the session does not listen');
  events.onReady();
  const burn = async (tries = 3) => {
    const key = events.currentKey();
    if (key === null) throw new TypeError('there is no key');
    for (let count = 0; count < tries; count++) events.onWrongKey(key);
    await settle();
    return key;
  };
  return { ...ports, session, events, burn, key: () => session.state.value.supportKey };
}

describe('the support key', () => {
  it('is made when waiting begins, and lets people in', async () => {
    const { keys, key, events } = await waiting();
    expect(key()).toMatchObject({ phase: 'ready', burned: 0, key: keys.made[0] });
    expect(events.currentKey()).toBe(keys.made[0]);
  });

  it('is replaced after three wrong tries, and the old one lets nobody in', async () => {
    const { keys, key, events, burn } = await waiting();
    const old = await burn(2);
    expect(events.currentKey()).toBe(old);
    events.onWrongKey(old);
    expect(events.currentKey()).toBeNull();
    await settle();
    expect(key()).toMatchObject({ phase: 'ready', burned: 1, wrongTries: 0, key: keys.made[1] });
    // Late news of the old one.
    events.onWrongKey(old);
    expect(key()).toMatchObject({ wrongTries: 0 });
  });

  it('is not made again and again', async () => {
    const { keys, key, burn, session } = await waiting();
    for (let count = 0; count < MAX_KEYS_PER_SESSION; count++) await burn();
    expect(keys.made).toHaveLength(MAX_KEYS_PER_SESSION);
    expect(key()).toMatchObject({ phase: 'none', problem: 'too-many-tries' });
    session.makeKey();
    expect(key().phase).toBe('none');
  });

  it('is not needed: the link waits without it, and it can be asked for again', async () => {
    const { keys, key, session } = await waiting((ports) => {
      ports.keys.problem = 'server-busy';
    });
    expect(key()).toEqual({ phase: 'none', burned: 0, problem: 'server-busy' });
    expect(session.state.value.connection.phase).toBe('waiting');
    keys.problem = null;
    session.makeKey();
    await settle();
    expect(key().phase).toBe('ready');
  });

  it('is gone once the customer is there, and once the session is over', async () => {
    const joined = await waiting();
    joined.events.onStep('proof');
    joined.listener.arrival.resolve(new FakeConnection());
    await settle();
    expect(joined.key().phase).toBe('none');
    expect(joined.events.currentKey()).toBeNull();
    const ended = await waiting();
    ended.session.end();
    expect(ended.key().phase).toBe('none');
  });
});
