// Somebody who controls signalling sits between the two browsers. Both refuse.

import { startManInTheMiddle } from './man-in-the-middle.ts';
import { CustomerPage, expect, TechnicianConsole, test } from './story.ts';

/** Serializers that PeerJS lets the other side choose, with what makes the worst of each. */
const STRANGERS = [
  // An array of 2^32 - 1 elements: PeerJS's own reader is busy with it for longer than anybody waits.
  { serialization: 'binary', firstBytes: [0xdd, 0xff, 0xff, 0xff, 0xff] },
  { serialization: 'json', firstBytes: [...new TextEncoder().encode('{"type":"end"}')] },
  // Found on every object, and no connection.
  { serialization: 'constructor', firstBytes: [0] },
  { serialization: '__proto__', firstBytes: [0] },
];

for (const mischief of STRANGERS) {
  test(`a stranger who asks for the serializer "${mischief.serialization}" gets no further than the proof`, async ({
    server,
    technician,
    customerBrowser,
  }) => {
    const context = await customerBrowser.newContext({ locale: 'en-GB' });
    const attacker = await context.newPage();
    const between = await startManInTheMiddle(new URL(server.customerUrl), attacker, mischief);
    await technician.open(server.technicianUrl.replace(new URL(server.technicianUrl).origin, between.origin));
    const customer = new CustomerPage(await context.newPage(), attacker);
    await customer.open(await technician.newSession());
    await customer.button('Join without sharing').click();
    await expect(technician.page.getByText('proof-failed')).toBeVisible();
    // The console is alive, and the link can still be used.
    await expect(technician.page.getByText('Waiting for the customer').first()).toBeVisible();
    await expect(technician.button('Copy link')).toBeEnabled();
    await between.close();
    await context.close();
  });
}

for (const way of ['link', 'key'] as const) {
  test(`both browsers refuse a server that sits between them when joining by ${way}, before anything is said`, async ({
    server,
    technicianBrowser,
    customerBrowser,
  }) => {
    const technicianContext = await technicianBrowser.newContext({ locale: 'en-GB' });
    const customerContext = await customerBrowser.newContext({ locale: 'en-GB' });
    const attackerContext = await customerBrowser.newContext();
    const attacker = await attackerContext.newPage();
    const between = await startManInTheMiddle(new URL(server.customerUrl), attacker);
    const technician = new TechnicianConsole(await technicianContext.newPage());
    const customer = new CustomerPage(await customerContext.newPage(), attacker);

    await technician.open(server.technicianUrl.replace(new URL(server.technicianUrl).origin, between.origin));
    const link = await technician.newSession();
    if (way === 'link') await customer.open(link);
    else await customer.enterKey(between.origin, await technician.supportKey());
    await customer.button('Join without sharing').click();

    const code = way === 'link' ? 'proof-failed' : 'key-wrong';
    await expect(customer.page.getByText(code)).toBeVisible();
    await expect(technician.page.getByText(code)).toBeVisible();
    await expect(technician.page.getByRole('log', { name: 'Chat messages' })).toBeHidden();
    await expect(customer.page.getByRole('toolbar', { name: 'Support session' })).toBeHidden();

    // It really was in between: it passed both hellos on. And it got nothing but the handshake to pass on.
    expect(new Set(between.overheard.map(({ from }) => from))).toEqual(new Set(['technician', 'customer']));
    expect(between.overheard.filter(({ isText }) => isText)).toEqual([]);
    const frames = way === 'link' ? [36, 33] : [68, 33];
    for (const { length } of between.overheard) expect(frames).toContain(length);

    await between.close();
    await Promise.all([technicianContext.close(), customerContext.close(), attackerContext.close()]);
  });
}
