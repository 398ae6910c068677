// A key that can be read from across the desk.

import { css } from 'lit';

export const inviteKeyStyles = css`
  :host {
    display: grid;
    gap: 8px;
  }

  .label {
    font-size: 0.875rem;
    font-weight: 600;
  }

  .key {
    position: relative;
    font-size: clamp(1.75rem, 9vw, 2.5rem);
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    letter-spacing: 0.04em;
    line-height: 1.25;
    white-space: nowrap;
  }

  .heard {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    user-select: none;
  }

  .replaced {
    padding-inline-start: 12px;
    margin-bottom: 8px;
    border-inline-start: 3px solid var(--danger);
    font-weight: 600;
  }

  .small {
    font-size: 0.9375rem;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
  }

  button {
    min-height: 48px;
    padding-inline: 20px;
  }

  .copied {
    min-height: 1.5em;
    color: var(--accent);
    font-weight: 600;
  }

  @media (max-width: 480px) {
    button {
      flex: 1 1 100%;
    }
  }
`;
