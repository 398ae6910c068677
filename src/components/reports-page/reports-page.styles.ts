// How the list of reports looks.

import { css } from 'lit';

export const reportsPageStyles = css`
  :host {
    display: block;
  }

  section {
    display: grid;
    gap: 12px;
    width: min(100%, 840px);
    padding: 32px 16px 40px;
    margin: 0 auto;
  }

  .back {
    justify-self: start;
    margin-inline-start: -12px;
    padding-inline: 12px;
  }

  .search {
    display: grid;
    gap: 4px;
    margin-top: 8px;
  }

  label {
    font-size: 0.9375rem;
  }

  .reports {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    list-style: none;
  }

  li + li {
    border-top: 1px solid var(--line);
  }

  li button {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 16px;
    width: 100%;
    padding: 12px 16px;
    border: none;
    text-align: start;
    font-weight: 400;
  }

  .name {
    overflow: hidden;
    font-weight: 600;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .when {
    font-size: 0.9375rem;
    font-variant-numeric: tabular-nums;
  }

  .details {
    grid-column: 1 / -1;
  }

  .none {
    padding: 32px 16px;
    border: 1px dashed var(--control-line);
    border-radius: var(--radius);
    text-align: center;
  }

  .keeping {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding-top: 20px;
    margin-top: 12px;
    border-top: 1px solid var(--line);
  }

  .keeping select {
    width: auto;
  }

  .keeping button {
    margin-inline-start: auto;
  }

  @media (max-width: 480px) {
    li button {
      grid-template-columns: minmax(0, 1fr);
    }

    .keeping button {
      margin-inline-start: 0;
    }
  }
`;
