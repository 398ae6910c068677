// How a report looks in the console.

import { css } from 'lit';

export const reportViewStyles = css`
  :host {
    display: grid;
    gap: 8px;
    min-width: 0;
  }

  h1,
  dd,
  li,
  .text {
    overflow-wrap: anywhere;
  }

  h2 {
    margin-top: 20px;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }

  .ways .danger {
    margin-inline-start: auto;
  }

  .formats {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }

  .formats label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    font-size: 0.9375rem;
    cursor: pointer;
  }

  .formats input {
    width: 18px;
    height: 18px;
    min-height: 18px;
    margin: 0;
    accent-color: var(--accent);
  }

  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr));
    gap: 12px 24px;
    padding: 16px 0;
    margin: 8px 0 0;
    border-block: 1px solid var(--line);
  }

  dt {
    color: var(--muted);
    font-size: 0.8125rem;
  }

  dd {
    margin: 0;
    font-weight: 600;
  }

  ol,
  ul {
    list-style: none;
  }

  ol li {
    display: grid;
    grid-template-columns: 6.5em minmax(0, 1fr);
    gap: 0 12px;
    padding: 6px 0;
    border-top: 1px solid var(--line);
  }

  .files li {
    display: grid;
    padding: 8px 0;
    border-top: 1px solid var(--line);
  }

  .files .name {
    font-weight: 600;
    text-align: match-parent;
  }

  .time {
    font-size: 0.9375rem;
    font-variant-numeric: tabular-nums;
  }

  .text {
    white-space: pre-wrap;
  }

  @media (max-width: 480px) {
    ol li {
      grid-template-columns: minmax(0, 1fr);
    }

    .ways .danger {
      margin-inline-start: 0;
    }
  }
`;
