// One quiet line beneath the customer's screen; in the visible colour while somebody can see this one.

import { css } from 'lit';

export const ownScreenStyles = css`
  :host {
    display: block;
  }

  section {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 16px;
    align-items: center;
    justify-content: flex-end;
    padding: 6px 12px;
    border-top: 1px solid var(--line);
    background: var(--surface);
    font-size: 0.9375rem;
  }

  .words {
    display: flex;
    flex: 1 1 12rem;
    flex-wrap: wrap;
    gap: 2px 10px;
    align-items: center;
    min-width: 0;
  }

  .fact {
    font-weight: 650;
  }

  .code {
    color: var(--muted);
    font-size: 0.8125rem;
  }

  button {
    min-height: 36px;
    padding: 4px 14px;
    font-size: 0.9375rem;
  }

  .visible {
    border-color: var(--visible);
    background: var(--visible);
    color: var(--on-visible);
  }

  .visible button {
    border-color: transparent;
  }

  @media (forced-colors: active) {
    .visible {
      forced-color-adjust: none;
      background: Mark;
      color: MarkText;
    }
  }
`;
