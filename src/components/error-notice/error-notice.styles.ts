// An error notice: an outline in the danger colour, words in the text's.

import { css } from 'lit';

export const errorNoticeStyles = css`
  :host {
    display: block;
  }

  .notice {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--danger);
    border-radius: var(--radius);
    background: var(--surface);
    overflow-wrap: anywhere;
  }

  .notice > deskside-icon {
    margin-top: 2px;
    color: var(--danger);
  }

  .text {
    display: grid;
    gap: 4px;
    min-width: 0;
    text-align: start;
  }

  .what {
    font-weight: 600;
  }

  .code {
    font-size: 0.8125rem;
    color: var(--muted);
  }

  button {
    justify-self: start;
    margin-top: 8px;
  }
`;
