// Buttons, fields and text as they look in every element.

import { css } from 'lit';

export const controls = css`
  :host {
    font: 400 1rem/1.5 var(--font);
    color: var(--text);
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }

  h1,
  h2 {
    text-wrap: balance;
  }

  h1 {
    font-size: 1.5rem;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.01em;
  }

  h2 {
    font-size: 1.125rem;
    line-height: 1.35;
    font-weight: 650;
  }

  button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 40px;
    padding: 8px 16px;
    border: 1px solid var(--control-line);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    font: inherit;
    font-weight: 550;
    text-align: center;
    cursor: pointer;
    transition:
      background var(--fast),
      border-color var(--fast);
  }

  button:hover:enabled {
    background: var(--sunken);
  }

  button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }

  button.primary:hover:enabled {
    background: color-mix(in oklch, var(--accent), var(--text) 12%);
  }

  button.danger {
    border-color: var(--danger);
    color: var(--danger);
  }

  button.quiet {
    border-color: transparent;
    background: transparent;
  }

  button.quiet:hover:enabled {
    background: var(--sunken);
  }

  button.icon-only {
    width: 40px;
    padding: 8px;
  }

  button:disabled {
    border-color: var(--line);
    background: var(--sunken);
    color: var(--muted);
    cursor: not-allowed;
  }

  :focus-visible {
    outline: var(--focus);
    outline-offset: 2px;
  }

  /* Gets the focus by script only, so that a screen reader reads on from there. */
  h1[tabindex='-1']:focus-visible {
    outline: none;
  }

  input,
  textarea,
  select {
    width: 100%;
    min-height: 40px;
    padding: 8px 12px;
    border: 1px solid var(--control-line);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    font: inherit;
  }

  a {
    color: var(--accent);
    text-underline-offset: 2px;
  }

  .muted {
    color: var(--muted);
  }

  .small {
    font-size: 0.875rem;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
  }
`;
