// How the start of the console looks.

import { css } from 'lit';

export const technicianStartStyles = css`
  :host {
    display: block;
  }

  section {
    width: min(100%, 840px);
    padding: 56px 16px 40px;
    margin: 0 auto;
  }

  h1 {
    margin-bottom: 4px;
    font-size: 1.75rem;
    overflow-wrap: anywhere;
  }

  button {
    min-height: 52px;
    padding-inline: 28px;
    margin-top: 28px;
    font-size: 1.0625rem;
  }

  button[aria-disabled='true'] {
    opacity: 0.8;
    cursor: progress;
  }

  .progress {
    min-height: 1.5rem;
    margin-top: 8px;
    font-size: 0.9375rem;
  }

  deskside-error-notice {
    margin-top: 8px;
  }

  h2 {
    padding-top: 28px;
    margin-top: 28px;
    border-top: 1px solid var(--line);
    font-size: 1rem;
  }

  ol {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
    gap: 20px 32px;
    margin-top: 16px;
    counter-reset: step;
    list-style: none;
  }

  li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px 12px;
    align-content: start;
    font-size: 0.9375rem;
    counter-increment: step;
  }

  li::before {
    grid-row: span 2;
    display: grid;
    place-items: center;
    width: 26px;
    height: 26px;
    border-radius: 50%;
    background: var(--accent-soft);
    color: var(--accent);
    font-size: 0.8125rem;
    font-weight: 650;
    content: counter(step);
  }

  strong {
    font-weight: 600;
  }
`;
