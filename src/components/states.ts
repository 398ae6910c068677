// Every state of both pages, in one list: what accessibility tests and eyes go through. A new state is added to
// the page's own list (customer-states.ts, technician-states.ts) and is looked at from then on.

import type { CustomerWords } from '../i18n/en/customer.ts';
import type { TechnicianWords } from '../i18n/en/technician.ts';
import './customer-shell/customer-shell.ts';
import './customer-shell/session-parts.ts';
import { CUSTOMER_STATES, type CustomerStateRecipe } from './customer-states.ts';
import { CUSTOMER_FILE_STATES, TECHNICIAN_FILE_STATES } from './file-states.ts';
import './technician-shell/technician-shell.ts';
import type { TechnicianStateRecipe } from './console-states.ts';
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

export const STATES: readonly PageState[] = [
  ...Object.entries<CustomerStateRecipe>({ ...CUSTOMER_STATES, ...CUSTOMER_FILE_STATES }).map(
    ([name, recipe]) => ({
      name: `customer, ${name}`,
      async show(words: PageWords) {
        const shell = document.createElement('deskside-customer');
        shell.words = words.customer;
        shell.stage = await recipe.build();
        document.body.replaceChildren(shell);
        await shell.updateComplete;
        await recipe.act?.(shell);
        await shell.updateComplete;
      },
    }),
  ),
  ...Object.entries<TechnicianStateRecipe>({ ...TECHNICIAN_STATES, ...TECHNICIAN_FILE_STATES }).map(
    ([name, recipe]) => ({
      name: `technician, ${name}`,
      async show(words: PageWords) {
        const shell = document.createElement('deskside-technician');
        shell.words = words.technician;
        shell.stage = await recipe.build();
        document.body.replaceChildren(shell);
        await shell.updateComplete;
        await recipe.act?.(shell);
        await shell.updateComplete;
      },
    }),
  ),
];
