// A calm page: one sentence that matters, two facts.

import { css } from 'lit';

export const endPageStyles = css`
  :host {
    display: grid;
    gap: 16px;
    justify-items: center;
    text-align: center;
  }

  .mark {
    display: grid;
    place-items: center;
    width: 72px;
    height: 72px;
    border-radius: 50%;
    background: var(--accent-soft);
    color: var(--accent);
    --icon-size: 36px;
  }

  .text {
    max-width: 36ch;
    font-size: 1.125rem;
  }

  deskside-error-notice,
  dl {
    width: 100%;
  }

  dl {
    margin: 8px 0;
    border-block: 1px solid var(--line);
  }

  dl div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 16px;
    padding: 12px 4px;
  }

  .save {
    display: grid;
    gap: 8px;
    justify-items: center;
  }

  dl div + div {
    border-top: 1px solid var(--line);
  }

  dt {
    color: var(--muted);
  }

  dd {
    margin: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
`;
