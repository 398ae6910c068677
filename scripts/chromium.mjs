// Finds the Chromium that tests and benchmarks drive, and the switches that it needs here.

import { chromium } from 'playwright';
import { findProgram, isProgram } from './find-program.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** What to tell somebody who has no browser. */
export const HOW_TO_GET_CHROMIUM =
  'No Chromium or Chrome was found. Install one ("sudo apt install chromium" on Debian or Ubuntu, or\n' +
  '"npx playwright install chromium"), or set CHROMIUM_PATH to the program, and run this again.';

/**
 * Path of a Chromium or Chrome: CHROMIUM_PATH, then Playwright's own, then what is on PATH; or null.
 *
 * @returns {string | null}
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return isProgram(named) ? named : null;
  if (isProgram(chromium.executablePath())) return chromium.executablePath();
  return findProgram(NAMES);
}

/**
 * Playwright's launch options for that program. Chromium's sandbox does not start as root.
 *
 * @param {string | null} executablePath
 * @param {readonly string[]} args
 */
export function chromiumLaunchOptions(executablePath, args = []) {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  const program = executablePath === null ? {} : { executablePath };
  return { ...program, args: [...sandbox, ...quiet, ...args] };
}
