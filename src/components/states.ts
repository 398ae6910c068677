// Every state of both pages, in one list: what accessibility tests and eyes go through. A new state is added to
// the page's own list (customer-states.ts, technician-states.ts) and is looked at from then on.

import type { CustomerWords } from '../i18n/en/customer.ts';
import type { TechnicianWords } from '../i18n/en/technician.ts';
import type { CustomerShell } from './customer-shell/customer-shell.ts';
import './customer-shell/customer-shell.ts';
import type { CustomerStage } from './customer-shell/customer-stage.ts';
import './customer-shell/session-parts.ts';
import './key-form/key-form.ts';
import { CUSTOMER_ABUSE_STATES } from './abuse-states.ts';
import { CUSTOMER_STATES } from './customer-states.ts';
import type { DesksideElement } from './deskside-element.ts';
import { CUSTOMER_FILE_STATES, TECHNICIAN_FILE_STATES } from './file-states.ts';
import { CUSTOMER_LINE_STATES, TECHNICIAN_LINE_STATES } from './line-states.ts';
import { CUSTOMER_ON_TOP_STATES } from './on-top-states.ts';
import type { TechnicianShell } from './technician-shell/technician-shell.ts';
import './technician-shell/technician-shell.ts';
import type { TechnicianStage } from './technician-shell/technician-stage.ts';
import { TECHNICIAN_STATES } from './technician-states.ts';

/** Both pages' words, in one language. */
export interface PageWords {
  readonly customer: CustomerWords;
  readonly technician: TechnicianWords;
}

export interface PageState {
  /** The page and the state, such as `customer, asked for the screen`. */
  readonly name: string;
  /** Shows the page in this state, as the only thing in the document. */
  show(words: PageWords): Promise<void>;
}

/** A shell before its words and its stage are set. */
interface Shell<Words, Stage> extends DesksideElement {
  words: Words | null;
  stage: Stage | null;
}

interface Recipe<Stage, Element> {
  build(): Promise<Stage>;
  act?(shell: Element): void | Promise<void>;
}

/** One page's states: its shell made anew for each, brought to the stage, and acted on. */
function statesOf<Page extends keyof PageWords, Stage, Element extends Shell<PageWords[Page], Stage>>(
  page: Page,
  createShell: () => Element,
  recipes: Readonly<Record<string, Recipe<Stage, Element>>>,
): PageState[] {
  return Object.entries(recipes).map(([name, recipe]) => ({
    name: `${page}, ${name}`,
    async show(words: PageWords) {
      const shell = createShell();
      shell.words = words[page];
      shell.stage = await recipe.build();
      document.body.replaceChildren(shell);
      await shell.updateComplete;
      await recipe.act?.(shell);
      await shell.updateComplete;
    },
  }));
}

export const STATES: readonly PageState[] = [
  ...statesOf<'customer', CustomerStage, CustomerShell>(
    'customer',
    () => document.createElement('deskside-customer'),
    {
      ...CUSTOMER_STATES,
      ...CUSTOMER_FILE_STATES,
      ...CUSTOMER_LINE_STATES,
      ...CUSTOMER_ABUSE_STATES,
      ...CUSTOMER_ON_TOP_STATES,
    },
  ),
  ...statesOf<'technician', TechnicianStage, TechnicianShell>(
    'technician',
    () => document.createElement('deskside-technician'),
    { ...TECHNICIAN_STATES, ...TECHNICIAN_FILE_STATES, ...TECHNICIAN_LINE_STATES },
  ),
];
