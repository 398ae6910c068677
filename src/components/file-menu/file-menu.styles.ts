// A small menu above everything, beside the button that opened it.

import { css } from 'lit';

export const fileMenuStyles = css`
  :host {
    display: contents;
  }

  .menu {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 6px;
    width: max-content;
    min-width: 200px;
    max-width: min(340px, calc(100vw - 16px));
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 2px);
    background: var(--surface);
    box-shadow: var(--shadow);
    color: var(--text);
    pointer-events: auto;
  }

  button {
    display: flex;
    justify-content: start;
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border-color: transparent;
    background: transparent;
    font-weight: 450;
    text-align: start;
    overflow-wrap: anywhere;
  }

  button deskside-icon {
    color: var(--muted);
  }

  button:focus-visible {
    outline-offset: -2px;
    background: var(--sunken);
  }
`;
