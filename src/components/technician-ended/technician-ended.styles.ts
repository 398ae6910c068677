// How the end of a session looks.

import { css } from 'lit';

export const technicianEndedStyles = css`
  :host {
    display: block;
    min-width: 0;
  }

  section {
    display: grid;
    gap: 16px;
    width: min(100%, 560px);
    padding: 56px 16px 40px;
    margin: 0 auto;
  }

  h1:focus {
    outline: none;
  }

  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 16px 40px;
    padding: 20px 0;
    margin: 4px 0;
    border-block: 1px solid var(--line);
  }

  dt {
    color: var(--muted);
    font-size: 0.8125rem;
  }

  dd {
    margin: 0;
    font-size: 1.0625rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;
