// The technician's own screen: opened by sharing, closed and opened again by the customer, with everything else
// going on.

import { openKnownPicture, TECHNICIANS_PICTURE } from './known-picture.ts';
import { test as base, expect, startSession } from './story.ts';

const test = base.extend<{ readonly demonstration: import('@playwright/test').Page }>({
  demonstration: async ({ technician }, use) => {
    const picture = await openKnownPicture(technician.page.context(), TECHNICIANS_PICTURE);
    await technician.page.bringToFront();
    await use(picture);
  },
});

test('the viewer opens by sharing, is closed by the customer and opened again, and the chat goes on', async ({
  technician,
  customer,
  demonstration,
}) => {
  await startSession(technician, customer, { shareScreen: false });
  await expect(customer.viewer).toBeHidden();
  await expect(demonstration).toHaveTitle(TECHNICIANS_PICTURE.title);

  await technician.button('Share my screen').click();
  await customer.expectToSee('technician’s picture');
  await expect(technician.page.getByText('The customer can see your screen')).toBeVisible();
  await expect(technician.page).toHaveTitle(/● Visible/);
  await expect(technician.page.getByText('Sees your screen')).toBeVisible();
  // Whatever is shown here, the customer's own screen is not.
  await expect(customer.status).toContainText('Ana Souza cannot see your screen');

  await customer.viewer.getByRole('button', { name: 'Close viewer' }).click();
  await expect(customer.viewer).toBeHidden();
  await expect(technician.page.getByText(/cannot see your screen yet, or has closed it/)).toBeVisible();
  await technician.say('You closed it');
  await expect(customer.log).toContainText('You closed it');
  await customer.say('Yes, one moment');
  await expect(technician.log).toContainText('Yes, one moment');

  await customer.button("Open Ana Souza's screen").click();
  await customer.expectToSee('technician’s picture');
  await expect(technician.page.getByText('The customer can see your screen')).toBeVisible();

  await technician.button('Stop sharing my screen').click();
  await expect(customer.viewer).toBeHidden();
  await expect(technician.button('Share my screen')).toBeVisible();
});

test('Share in the viewer is the customer’s own offer; both pictures flow, and each pauses by itself', async ({
  technician,
  customer,
  demonstration,
}) => {
  await startSession(technician, customer, { shareScreen: false });
  await expect(demonstration).toHaveTitle(TECHNICIANS_PICTURE.title);
  await technician.button('Share my screen').click();
  await customer.expectToSee('technician’s picture');

  await customer.viewer.getByRole('button', { name: 'Share' }).click();
  await technician.expectToSee('known picture');
  await expect(customer.status).toContainText('Ana Souza can see your screen');
  await expect(customer.viewer.getByRole('button', { name: 'Share' })).toBeDisabled();
  await customer.expectToSee('technician’s picture');

  await customer.button('Pause sharing').click();
  await technician.expectToSee('no picture');
  await customer.expectToSee('technician’s picture');
  await customer.button('Resume sharing').click();
  await technician.expectToSee('known picture');
  await customer.button('Change screen').click();
  await technician.expectToSee('known picture');

  await customer.button('Stop sharing screen').click();
  await technician.expectToSee('no picture');
  await customer.expectToSee('technician’s picture');
});

test('both may begin at the same moment', async ({ technician, customer, demonstration }) => {
  await startSession(technician, customer, { shareScreen: false });
  await expect(demonstration).toHaveTitle(TECHNICIANS_PICTURE.title);
  await technician.button('Request screen view').click();
  await expect(customer.consent.getByRole('button', { name: 'Yes' })).toBeEnabled();
  await Promise.all([
    technician.button('Share my screen').click(),
    customer.consent.getByRole('button', { name: 'Yes' }).click(),
  ]);
  await customer.expectToSee('technician’s picture');
  await technician.expectToSee('known picture');
});

test('stopping from the technician’s browser is the same as by the button', async ({
  technician,
  customer,
  demonstration,
}) => {
  await startSession(technician, customer, { shareScreen: true });
  await technician.button('Share my screen').click();
  await customer.expectToSee('technician’s picture');
  await demonstration.close();
  await expect(customer.viewer).toBeHidden();
  await expect(technician.button('Share my screen')).toBeVisible();
  await technician.expectToSee('known picture');
});

test('the viewer shows the picture at 100 %, to be moved by hand', async ({
  technician,
  customer,
  demonstration,
}) => {
  await customer.page.setViewportSize({ width: 700, height: 600 });
  await startSession(technician, customer, { shareScreen: false });
  await expect(demonstration).toHaveTitle(TECHNICIANS_PICTURE.title);
  await technician.button('Share my screen').click();
  await customer.expectToSee('technician’s picture');
  await customer.button('Collapse').click();
  await customer.viewer.getByRole('button', { name: '100 %' }).click();
  const room = customer.viewer.getByRole('group', { name: "Ana Souza's screen" });
  await expect
    .poll(() => room.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth))
    .toBe(true);
  const box = await room.boundingBox();
  if (box === null) throw new Error('the viewer has no place');
  await customer.page.mouse.move(box.x + 300, box.y + 100);
  await customer.page.mouse.down();
  await customer.page.mouse.move(box.x + 100, box.y + 100);
  await customer.page.mouse.up();
  await expect.poll(() => room.evaluate(({ scrollLeft }) => scrollLeft)).toBe(200);
});
