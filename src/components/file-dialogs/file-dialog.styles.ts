// What the dialogs about files have in common.

import { css } from 'lit';

export const fileDialogStyles = css`
  :host {
    display: contents;
  }

  dialog {
    width: min(520px, calc(100vw - 32px));
    max-height: calc(100dvh - 32px);
    --pad-block: 24px;
    --pad-inline: 24px;
    padding: var(--pad-block) var(--pad-inline);
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

  .lead {
    margin-top: 8px;
    color: var(--muted);
  }

  .answers {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px;
    /* In sight however long the list is. */
    position: sticky;
    bottom: calc(-1 * var(--pad-block));
    margin: 8px calc(-1 * var(--pad-inline)) calc(-1 * var(--pad-block));
    padding: 12px var(--pad-inline) var(--pad-block);
    background: var(--surface);
  }

  .answers button {
    min-height: 48px;
  }

  @media (max-width: 479px) {
    dialog {
      --pad-block: 20px;
      --pad-inline: 16px;
    }
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
