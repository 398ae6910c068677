// The fact first and large; everything else quiet.

import { css } from 'lit';

export const sessionPageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 8px;
    align-items: center;
    max-width: 520px;
    text-align: center;
    overflow-wrap: anywhere;
  }

  .mark {
    display: grid;
    place-items: center;
    width: 112px;
    height: 112px;
    margin-bottom: 16px;
    border: 2px solid var(--control-line);
    border-radius: 50%;
    color: var(--muted);
    --icon-size: 52px;
    transition:
      background var(--fast),
      color var(--fast);
  }

  .mark.visible {
    border-color: var(--visible);
    background: var(--visible);
    color: var(--on-visible);
  }

  .mark.reconnecting {
    border-style: dashed;
  }

  .fact {
    font-size: 1.75rem;
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.25;
    text-wrap: balance;
  }

  .fact.visible {
    color: var(--visible);
  }

  .meaning {
    font-size: 1.125rem;
    text-wrap: balance;
  }

  .viewer {
    display: grid;
    gap: 8px;
    justify-items: center;
    margin-top: 16px;
  }

  deskside-share-again {
    margin-top: 16px;
  }

  /* The toolbar covers the page here, and says it itself. */
  @media (max-width: 959px) {
    .again.beside {
      display: none;
    }
  }

  deskside-line-notice {
    width: 100%;
    margin-top: 8px;
  }

  hr {
    width: 64px;
    margin: 24px 0;
    border: 0;
    border-top: 1px solid var(--line);
  }

  h1 {
    font-size: 1rem;
    font-weight: 600;
    letter-spacing: 0;
  }

  @media (max-width: 479px) {
    .mark {
      width: 88px;
      height: 88px;
      --icon-size: 40px;
    }

    .fact {
      font-size: 1.5rem;
    }

    .meaning {
      font-size: 1rem;
    }

    hr {
      margin: 12px 0;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .mark.reconnecting deskside-icon {
      animation: turn 1.6s linear infinite;
    }
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  @media (forced-colors: active) {
    .mark.visible {
      forced-color-adjust: none;
      border-color: Mark;
      background: Mark;
      color: MarkText;
    }
  }
`;
