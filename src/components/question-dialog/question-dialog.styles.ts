// A question in front of everything else. Both answers weigh the same.

import { css } from 'lit';

export const questionDialogStyles = css`
  :host {
    display: contents;
  }

  dialog {
    width: min(420px, calc(100vw - 32px));
    max-height: calc(100dvh - 32px);
    padding: 24px;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 6px);
    background: var(--surface);
    box-shadow: var(--shadow);
    color: var(--text);
    font: inherit;
    overflow: auto;
    overflow-wrap: anywhere;
  }

  dialog:focus-visible {
    outline: none;
  }

  dialog::backdrop {
    background: oklch(20% 0.012 240 / 0.55);
  }

  h2 {
    font-size: 1.25rem;
  }

  .who {
    margin-top: 4px;
    font-weight: 600;
  }

  .body {
    margin-top: 8px;
    color: var(--muted);
  }

  .answers {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px;
    margin-top: 24px;
  }

  button {
    min-height: 48px;
  }

  @media (prefers-reduced-motion: no-preference) {
    dialog[open] {
      animation: appear 140ms ease-out;
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
`;
