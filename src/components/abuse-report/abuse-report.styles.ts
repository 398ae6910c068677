// A short form in front of everything else.

import { css } from 'lit';

export const abuseReportStyles = css`
  :host {
    display: contents;
  }

  dialog {
    width: min(480px, calc(100vw - 32px));
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

  dialog::backdrop {
    background: oklch(20% 0.012 240 / 0.55);
  }

  form {
    display: grid;
    gap: 16px;
  }

  h2 {
    display: flex;
    gap: 8px;
    font-size: 1.25rem;
  }

  h2:focus-visible {
    outline: none;
  }

  fieldset {
    display: grid;
    gap: 4px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    font-weight: 600;
  }

  label {
    display: flex;
    gap: 12px;
    align-items: start;
    padding: 6px 0;
  }

  label span {
    min-width: 0;
  }

  input {
    flex: none;
    width: 20px;
    height: 20px;
    min-height: 0;
    padding: 0;
    margin: 2px 0 0;
    accent-color: var(--accent);
  }

  .text {
    display: grid;
    gap: 4px;
    padding: 0;
    font-weight: 600;
  }

  textarea {
    width: 100%;
    min-height: 80px;
    padding: 8px 12px;
    border: 1px solid var(--control-line);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    font: inherit;
    font-weight: 400;
    resize: vertical;
  }

  .small {
    color: var(--muted);
    font-size: 0.875rem;
  }

  .text + .small {
    margin-top: -12px;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }

  .answers button {
    flex: 1 1 auto;
    min-height: 48px;
  }

  h2 + p {
    margin-top: 8px;
  }

  form h2 + p {
    margin-top: -8px;
  }

  p + .answers {
    margin-top: 8px;
  }

  h2[tabindex] ~ .answers {
    margin-top: 24px;
  }
`;
