// The look of the offer: quiet, beside what it is about.

import { css } from 'lit';
import { controls } from '../../styles/controls.ts';

export const noticeOfferStyles = [
  controls,
  css`
    :host {
      display: block;
    }

    .offer {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 8px;
      padding: 8px 12px;
      border-radius: var(--radius);
      background: var(--sunken);
      font-size: 0.9375rem;
      line-height: 1.4;
    }

    deskside-icon {
      margin-top: 2px;
    }

    p {
      margin: 0;
    }

    .answers {
      grid-column: 2;
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }

    button {
      min-height: 36px;
      padding: 4px 12px;
    }
  `,
];
