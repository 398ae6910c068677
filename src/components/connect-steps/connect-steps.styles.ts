// A list of three; the one that runs now stands out by weight, icon and word.

import { css } from 'lit';

export const connectStepsStyles = css`
  :host {
    display: grid;
    gap: 24px;
  }

  h1 {
    overflow-wrap: anywhere;
  }

  ol {
    display: grid;
    gap: 4px;
    list-style: none;
  }

  li {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 12px;
    align-items: center;
    padding: 12px;
    border: 1px solid transparent;
    border-radius: var(--radius);
    color: var(--muted);
    overflow-wrap: anywhere;
  }

  .now {
    border-color: var(--line);
    background: var(--accent-soft);
    color: var(--text);
    font-weight: 600;
  }

  .done deskside-icon,
  .now deskside-icon {
    color: var(--accent);
  }

  .state {
    font-size: 0.875rem;
    font-weight: 400;
  }

  .choose {
    display: flex;
    gap: 12px;
    padding: 12px 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--sunken);
  }

  button {
    min-height: 48px;
  }

  @media (prefers-reduced-motion: no-preference) {
    .now deskside-icon {
      animation: turn 1.2s linear infinite;
    }
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
`;
