// How the invite panel looks.

import { css } from 'lit';

export const invitePanelStyles = css`
  :host {
    display: block;
  }

  section {
    display: grid;
    gap: 8px;
    width: min(100%, 720px);
    padding: 32px 16px;
    margin: 0 auto;
  }

  label {
    margin-top: 16px;
    font-size: 0.875rem;
    font-weight: 600;
  }

  .give {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px 24px;
    align-items: center;
  }

  deskside-invite-key {
    padding-top: 16px;
    margin-top: 8px;
    border-top: 1px solid var(--line);
  }

  .ways {
    display: grid;
    gap: 8px;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 4px;
  }

  .language {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    margin-top: 4px;
    color: var(--muted);
    font-weight: 400;
  }

  .language select {
    width: auto;
    font-size: 0.875rem;
  }

  textarea {
    /* As high as the message, where a browser can. */
    field-sizing: content;
    margin-bottom: 8px;
    background: var(--sunken);
    resize: vertical;
  }

  deskside-qr-code {
    justify-self: center;
  }

  input {
    min-width: 0;
    min-height: 48px;
    background: var(--sunken);
    font-family: ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, monospace;
    font-size: 0.9375rem;
    text-overflow: ellipsis;
  }

  button {
    flex: 1 0 auto;
    min-height: 48px;
    padding-inline: 20px;
  }

  .copied {
    min-height: 1.5em;
    color: var(--accent);
    font-weight: 600;
  }

  ul {
    display: grid;
    gap: 4px;
    padding-inline-start: 1.15rem;
    margin-bottom: 16px;
    font-size: 0.9375rem;
  }

  .steps {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 170px), 1fr));
    gap: 8px 20px;
    padding: 16px 0;
    margin: 8px 0;
    border-block: 1px solid var(--line);
    font-size: 0.9375rem;
    list-style: none;
  }

  .steps li {
    display: flex;
    gap: 10px;
    color: var(--muted);
  }

  .steps li::before {
    flex: none;
    width: 12px;
    height: 12px;
    margin-top: 6px;
    border: 2px solid var(--control-line);
    border-radius: 50%;
    content: '';
  }

  .steps .done::before {
    border-color: var(--accent);
    background: var(--accent);
  }

  .steps [aria-current] {
    color: var(--text);
    font-weight: 600;
  }

  .steps [aria-current]::before {
    border-color: var(--accent);
    animation: breathe 1.8s ease-in-out infinite;
  }

  @keyframes breathe {
    50% {
      background: var(--accent);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .steps [aria-current]::before {
      background: var(--accent);
      animation: none;
    }
  }

  @media (max-width: 640px) {
    .give {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (max-width: 480px) {
    button {
      flex: 1 1 100%;
    }
  }
`;
