// A quiet strip: the words in the text's colour, the clock beside them.

import { css } from 'lit';

export const lineNoticeStyles = css`
  :host {
    display: grid;
    gap: 8px;
  }

  .notice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 4px 12px;
    align-items: start;
    padding: 12px 16px;
    border: 1px solid var(--control-line);
    border-radius: var(--radius);
    background: var(--surface);
    font-size: 0.9375rem;
    text-align: start;
    overflow-wrap: anywhere;
  }

  .notice > deskside-icon {
    margin-top: 2px;
    color: var(--muted);
  }

  .words {
    display: grid;
    gap: 4px;
  }

  .what {
    font-weight: 600;
  }

  .since {
    font-size: 0.8125rem;
    color: var(--muted);
  }

  .code {
    font-size: 0.8125rem;
    color: var(--muted);
  }

  @media (max-width: 479px) {
    .notice {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .notice button {
      grid-column: 2;
      justify-self: start;
    }
  }
`;
