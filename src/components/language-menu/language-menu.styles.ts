// The language menu: small, out of the way, still easy to hit.

import { css } from 'lit';

export const languageMenuStyles = css`
  :host {
    display: inline-block;
  }

  label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    color: var(--muted);
    font-size: 0.875rem;
  }

  select {
    width: auto;
    min-height: 32px;
    padding: 4px 8px;
    border-color: transparent;
    background-color: transparent;
    color: inherit;
    cursor: pointer;
  }

  select:hover {
    border-color: var(--control-line);
  }

  option {
    background: var(--surface);
    color: var(--text);
  }
`;
