// A customer in a stock Firefox, driven over WebDriver BiDi (Playwright drives only builds of its own). People's
// names for things are the same as everywhere, and are looked for through all shadow roots.

import { type Browser, type ElementHandle, launch, type Page } from 'puppeteer-core';
import { findProgram } from '../../scripts/find-program.mjs';

/** Time for anything to appear, in ms. */
const TIMEOUT_MS = 15_000;

/** How each role is written on our pages. */
const SELECTORS = {
  button: 'button',
  menuitem: '[role="menuitem"]',
  textbox: 'input:not([type="checkbox"]), textarea',
  toolbar: '[role="toolbar"]',
  dialog: 'dialog',
  file: 'input[type="file"]',
  region: '[role="region"], section[aria-label], section[aria-labelledby]',
} as const;

type Role = keyof typeof SELECTORS;

/** Starts Firefox. Throws when there is none. */
export async function launchFirefox(): Promise<Browser> {
  const executablePath = findProgram(['firefox-esr', 'firefox']);
  if (executablePath === null) throw new Error('No Firefox was found; see "npm run test:desktop".');
  return launch({ browser: 'firefox', executablePath, headless: true });
}

export class FirefoxCustomer {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(TIMEOUT_MS);
  }

  async open(link: string): Promise<void> {
    await this.page.goto(link);
  }

  async click(role: Role, name: string): Promise<void> {
    const element = await this.#find(role, name);
    await element.click();
  }

  async fill(name: string, text: string): Promise<void> {
    const field = await this.#find('textbox', name);
    await field.click();
    await this.page.keyboard.type(text);
  }

  /** Waits until something with that role and name can be seen, and can be used. */
  async expectToSee(role: Role, name: string): Promise<void> {
    await this.#find(role, name);
  }

  /** The text of the page, as it is seen; shadow roots included. */
  text(): Promise<string> {
    return this.page.evaluate(() => {
      const textOf = (node: Node): string => {
        // What only passes its children on has no box of its own to be visible.
        const isBox = node instanceof HTMLElement && getComputedStyle(node).display !== 'contents';
        if (isBox && !node.checkVisibility()) return '';
        if (node instanceof HTMLStyleElement) return '';
        if (node instanceof Text) return node.data;
        const children = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
        return [...children.childNodes].map(textOf).join('');
      };
      return textOf(document.body);
    });
  }

  /** Sends a file of this disk to the technician. */
  async sendFile(path: string): Promise<void> {
    await this.click('button', 'File transfer');
    await this.click('menuitem', 'Send files to Ana Souza…');
    const input = (await this.#find('file', 'Choose files')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
    await this.click('button', 'Send');
  }

  /** Which of red, green and blue are bright at the left and at the right of what the viewer shows. */
  colours(): Promise<string[]> {
    return this.page.evaluate(() => {
      const roots: (Document | ShadowRoot)[] = [document];
      for (const root of roots) {
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot !== null) roots.push(element.shadowRoot);
          if (!(element instanceof HTMLVideoElement) || element.videoWidth === 0) continue;
          const canvas = document.createElement('canvas');
          canvas.width = element.videoWidth;
          canvas.height = element.videoHeight;
          const context = canvas.getContext('2d');
          if (context === null) throw new TypeError('no canvas');
          context.drawImage(element, 0, 0);
          return [0.25, 0.75].map((x) => {
            const [red = 0, green = 0, blue = 0] = context.getImageData(
              canvas.width * x,
              canvas.height / 2,
              1,
              1,
            ).data;
            return `${red > 135 ? 'r' : ''}${green > 135 ? 'g' : ''}${blue > 135 ? 'b' : ''}`;
          });
        }
      }
      return [];
    });
  }

  async join(): Promise<void> {
    await this.click('button', 'Join without sharing');
    await this.expectToSee('toolbar', 'Support session');
  }

  async #find(role: Role, name: string): Promise<ElementHandle<Element>> {
    const handle = await this.page.waitForFunction(findByName, {}, SELECTORS[role], name);
    const element = handle.asElement();
    if (element === null) throw new Error(`no ${role} is called ${name}`);
    return element as ElementHandle<Element>;
  }
}

/** Runs in the page: the visible, enabled element of that kind with that accessible name, where there is one. */
function findByName(selector: string, name: string): Element | null {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot !== null) roots.push(element.shadowRoot);
      if (!element.matches(selector) || element.matches(':disabled') || !element.checkVisibility()) continue;
      const labelled = element.getAttribute('aria-labelledby');
      const label =
        element.getAttribute('aria-label') ??
        (labelled === null ? null : root.getElementById(labelled)?.textContent) ??
        (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
          ? element.labels?.[0]?.textContent
          : element.textContent);
      if (label?.trim() === name) return element;
    }
  }
  return null;
}
