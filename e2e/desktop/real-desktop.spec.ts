// The customer's whole screen, for real: a desktop with windows on it, captured by the browser, seen afar.

import { expect } from '../story.ts';
import { colourAt, test } from './desktop-story.ts';
import { DESKTOP_HEIGHT, DESKTOP_WIDTH, type XDisplay } from './x-display.ts';

const SIZE = { width: DESKTOP_WIDTH, height: DESKTOP_HEIGHT };

/** Opens a window of another program, all in one colour. */
function openWindow(desktop: XDisplay, title: string, colour: string, place: string) {
  const look = ['-bg', colour, '-fg', colour, '-cr', colour];
  return desktop.start('xterm', ['-T', title, ...look, '-geometry', place, '-e', 'sleep', '1000']);
}

test('the technician sees what is on the customer’s desktop: another program’s windows, where they are', async ({
  desktop,
  technician,
  customer,
}) => {
  const red = openWindow(desktop, 'Red program', '#e61e1e', '60x20+760+60');
  const blue = openWindow(desktop, 'Blue program', '#1e3ce6', '60x20+760+480');
  const [redCentre, blueCentre] = [
    await desktop.centreOf('Red program'),
    await desktop.centreOf('Blue program'),
  ];
  await customer.open(await technician.newSession());
  await customer.join({ shareScreen: true });
  await expect.poll(() => colourAt(technician.video, redCentre, SIZE)).toBe('red');
  await expect.poll(() => colourAt(technician.video, blueCentre, SIZE)).toBe('blue');
  await expect(customer.status).toContainText('Ana Souza can see your screen');

  // It is no still: a window that closes is gone there too.
  red.kill();
  await expect.poll(() => colourAt(technician.video, redCentre, SIZE)).toBe('another colour');
  expect(await colourAt(technician.video, blueCentre, SIZE)).toBe('blue');
  blue.kill();
});
