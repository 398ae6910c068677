import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { technicianWords } from '../../i18n/en/technician.ts';
import type { OwnScreenState } from '../../session/viewer-state.ts';
import { objectionsToElement } from '../accessibility-check.ts';
import type { OwnScreen } from './own-screen.ts';
import './own-screen.ts';

const region = page.getByRole('region', { name: 'My screen' });

async function show(ownScreen: OwnScreenState): Promise<{ element: OwnScreen; heard: string[] }> {
  const element = document.createElement('deskside-own-screen');
  element.words = technicianWords;
  element.ownScreen = ownScreen;
  const heard: string[] = [];
  for (const type of ['deskside-share-own-screen-request', 'deskside-stop-own-screen-request']) {
    element.addEventListener(type, () => heard.push(type));
  }
  document.body.append(element);
  await element.updateComplete;
  return { element, heard };
}

afterEach(() => document.body.replaceChildren());

const seen: OwnScreenState = { phase: 'sharing', surface: 'window', isViewerOpen: true };

it('asks to show the screen, by button and by key', async () => {
  const { heard } = await show({ phase: 'off', problem: null });
  expect(await objectionsToElement()).toEqual([]);
  await page.getByRole('button', { name: 'Share my screen' }).click();
  await userEvent.keyboard('m');
  expect(heard).toEqual(['deskside-share-own-screen-request', 'deskside-share-own-screen-request']);
});

it('says plainly that it is seen, and what of it, and stops', async () => {
  const { heard } = await show(seen);
  expect(await objectionsToElement()).toEqual([]);
  await expect.element(region).toHaveTextContent('The customer can see your screen');
  await expect.element(region).toHaveTextContent('The window you chose, and nothing else.');
  await page.getByRole('button', { name: 'Stop sharing my screen' }).click();
  expect(heard).toEqual(['deskside-stop-own-screen-request']);
});

it('says when the customer has closed it', async () => {
  await show({ ...seen, isViewerOpen: false });
  await expect.element(region).not.toHaveTextContent('can see your screen');
  await expect.element(region).toHaveTextContent('They can open it again.');
});

it('does nothing while the picker is open', async () => {
  const { heard } = await show({ phase: 'choosing' });
  await expect.element(page.getByRole('button', { name: 'Share my screen' })).toBeDisabled();
  await userEvent.keyboard('m');
  expect(heard).toEqual([]);
});

describe('a failure is said for a technician, with its code', () => {
  it.each([
    ['screen-picker-dismissed', /nothing was chosen/],
    ['screen-denied-by-system', /does not allow it/],
    ['screen-source-failed', /could not be shown/],
    ['screen-unsupported', /can’t share a screen/],
    ['screen-not-sent', /could not be sent/],
  ] as const)('%s', async (problem, sentence) => {
    await show({ phase: 'off', problem });
    await expect.element(region).toHaveTextContent(sentence);
    await expect.element(region).toHaveTextContent(`Code: ${problem}`);
  });
});
