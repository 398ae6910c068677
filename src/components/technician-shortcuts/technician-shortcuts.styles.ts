// How the list of shortcuts looks.

import { css } from 'lit';

export const technicianShortcutsStyles = css`
  dialog {
    width: min(440px, calc(100vw - 32px));
    max-height: calc(100dvh - 32px);
    padding: 20px 24px 24px;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 4px);
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow);
  }

  dialog::backdrop {
    background: oklch(0% 0 0 / 0.45);
  }

  .heading {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-inline-end: -8px;
  }

  dl {
    margin: 12px 0 16px;
  }

  dl div {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    padding: 5px 0;
    border-top: 1px solid var(--line);
    font-size: 0.9375rem;
  }

  dd {
    margin: 0;
  }

  kbd {
    display: inline-block;
    min-width: 26px;
    padding: 1px 7px;
    border: 1px solid var(--control-line);
    border-radius: 6px;
    background: var(--sunken);
    font: 550 0.8125rem/1.4 var(--font);
    text-align: center;
  }

  label {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 32px;
    cursor: pointer;
  }

  input {
    width: 18px;
    min-height: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--accent);
  }
`;
