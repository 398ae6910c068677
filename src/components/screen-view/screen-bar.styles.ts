// How the bar beneath the customer's screen looks.

import { css } from 'lit';

export const screenBarStyles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    padding: 6px 12px;
    border-top: 1px solid var(--line);
    background: var(--surface);
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    margin-inline-end: auto;
    font-size: 0.8125rem;
  }

  .resolution,
  .level {
    font-variant-numeric: tabular-nums;
  }

  .zoom {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
  }

  .level {
    min-width: 3.25rem;
    font-size: 0.875rem;
    text-align: center;
  }

  button {
    min-height: 36px;
    padding: 4px 10px;
    font-size: 0.875rem;
  }

  button.icon-only {
    width: 36px;
    padding: 6px;
  }

  button[aria-pressed='true'] {
    background: var(--accent-soft);
    color: var(--text);
  }

  @media (max-width: 480px) {
    button {
      padding-inline: 8px;
    }

    button.icon-only {
      width: 32px;
      padding: 5px;
    }

    .level {
      min-width: 2.75rem;
    }
  }

  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      border-color: Highlight;
      border-width: 2px;
    }
  }
`;
