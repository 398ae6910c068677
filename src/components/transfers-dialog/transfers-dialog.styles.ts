// The list of transfers floats below, where lines begin, so that the chat where they end stays usable.

import { css } from 'lit';

export const transfersDialogStyles = css`
  dialog[open] {
    position: fixed;
    z-index: 12;
    inset-block: auto var(--files-bottom, 24px);
    inset-inline: var(--files-start, 24px) auto;
    display: flex;
    flex-direction: column;
    width: min(440px, calc(100vw - 16px));
    max-height: min(560px, calc(100dvh - 48px));
    margin: 0;
    padding: 0;
    overflow: hidden;
  }

  .bar {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    padding: 10px 8px;
    padding-inline-start: 16px;
    border-bottom: 1px solid var(--line);
  }

  h2 {
    font-size: 1.0625rem;
  }

  h2:focus-visible {
    outline: none;
  }

  .empty {
    padding: 24px 16px;
    color: var(--muted);
    text-align: center;
  }

  .path {
    padding: 6px 16px;
    border-top: 1px solid var(--line);
    color: var(--muted);
    font-size: 0.8125rem;
  }

  ul {
    list-style: none;
    overflow: hidden auto;
    overscroll-behavior: contain;
  }

  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 2px 10px;
    align-items: start;
    padding: 12px;
    padding-inline-start: 16px;
    /* Of hundreds of files only those in view are laid out. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 127px;
  }

  li + li {
    border-top: 1px solid var(--line);
  }

  li > deskside-icon {
    margin-top: 2px;
    color: var(--muted);
  }

  deskside-file-name {
    font-weight: 600;
  }

  .text {
    display: grid;
    gap: 2px;
    min-width: 0;
  }

  .direction,
  .state,
  .next,
  .code {
    font-size: 0.9375rem;
    line-height: 1.4;
  }

  .direction,
  .next,
  .code {
    color: var(--muted);
  }

  .code {
    font-size: 0.8125rem;
  }

  .state {
    font-variant-numeric: tabular-nums;
  }

  .bad .state {
    color: var(--danger);
  }

  .track {
    height: 8px;
    margin: 6px 0 4px;
    border: 1px solid var(--control-line);
    border-radius: 4px;
    background: var(--sunken);
    overflow: hidden;
  }

  .fill {
    height: 100%;
    background: var(--accent);
    transform-origin: 0 50%;
  }

  .track:dir(rtl) .fill {
    transform-origin: 100% 50%;
  }

  .done .track {
    display: none;
  }

  .actions {
    display: grid;
    gap: 6px;
    justify-items: stretch;
    max-width: 9.5rem;
  }

  li button {
    min-height: 36px;
    padding: 4px 12px;
    font-size: 0.9375rem;
  }

  details {
    font-size: 0.9375rem;
  }

  summary {
    width: max-content;
    max-width: 100%;
    padding: 4px 0;
    border-radius: 4px;
    color: var(--muted);
    cursor: pointer;
  }

  .hash {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding-bottom: 4px;
  }

  code {
    font: 0.8125rem/1.5 ui-monospace, 'SF Mono', Consolas, monospace;
    overflow-wrap: anywhere;
  }

  @media (max-width: 479px) {
    dialog[open] {
      /* A sheet at the bottom: what says whether the screen can be seen stands above it. */
      inset: auto 0 0;
      width: auto;
      max-width: none;
      max-height: 60dvh;
      padding: 0 0 env(safe-area-inset-bottom);
      border-width: 1px 0 0;
      border-radius: 14px 14px 0 0;
    }
  }

  @media (forced-colors: active) {
    .fill {
      forced-color-adjust: none;
      background: Highlight;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .fill {
      transition: transform var(--fast) linear;
    }
  }
`;
