// The toolbar's parts: the strip with the fact, the buttons, what there is to know, the pill.

import { css } from 'lit';

export const toolbarPartsStyles = css`
  .strip {
    display: flex;
    gap: 8px;
    align-items: center;
    /* Stays in sight when a very low window scrolls the rest. */
    position: sticky;
    z-index: 1;
    top: 0;
    padding: 8px 16px;
    background: var(--sunken);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .strip p {
    flex: 1;
    min-width: 0;
    line-height: 1.35;
  }

  .strip deskside-session-clock {
    font-weight: 500;
  }

  .visible .strip,
  .visible .pill,
  .visible .pill:hover:enabled {
    background: var(--visible);
    color: var(--on-visible);
  }

  .head {
    display: flex;
    gap: 4px;
    align-items: center;
    padding: 12px 12px 4px;
    padding-inline-start: 16px;
    cursor: grab;
    touch-action: none;
    user-select: none;
  }

  .head:active {
    cursor: grabbing;
  }

  .who {
    flex: 1;
    min-width: 0;
    margin-inline-start: 8px;
    line-height: 1.35;
  }

  .who p {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .name {
    font-weight: 600;
    text-align: match-parent;
  }

  .organisation {
    text-align: match-parent;
    color: var(--muted);
    font-size: 0.875rem;
  }

  .head button {
    color: var(--muted);
  }

  .move[aria-pressed='true'] {
    border-color: var(--control-line);
    background: var(--accent-soft);
    color: var(--accent);
  }

  .actions {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 8px;
    padding: 8px 16px 16px;
  }

  .actions button {
    padding-inline: 8px;
  }

  .shortcut,
  .actions .report {
    grid-column: 1 / -1;
    color: var(--muted);
    font-size: 0.875rem;
  }

  .shortcut {
    text-align: center;
  }

  /* There is no such keyboard. */
  @media (pointer: coarse) {
    .shortcut {
      display: none;
    }
  }

  .actions .report {
    margin-block: -4px -12px;
  }

  .stop {
    grid-column: 1 / -1;
    min-height: 48px;
  }

  .stop:enabled,
  .stop:hover:enabled {
    border-color: transparent;
    background: var(--text);
    color: var(--surface);
  }

  .chat[aria-expanded='true'],
  .files[aria-expanded='true'] {
    background: var(--accent-soft);
    border-color: var(--accent);
  }

  .badge {
    min-width: 24px;
    padding: 0 7px;
    border-radius: 12px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.875rem;
    font-weight: 650;
    line-height: 24px;
    text-align: center;
  }

  .notices {
    display: grid;
  }

  deskside-notice-offer,
  deskside-share-again,
  .hint,
  .problem {
    margin: 0 16px 12px;
  }

  /* The page beside the toolbar says it. */
  @media (min-width: 960px) {
    .beside {
      display: none;
    }
  }

  .hint,
  .problem {
    padding: 8px 12px;
    border-radius: var(--radius);
    background: var(--sunken);
    font-size: 0.9375rem;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }

  .problem {
    display: flex;
    gap: 8px;
    align-items: start;
    border: 1px solid var(--control-line);
    background: var(--surface);
  }

  .problem > div {
    flex: 1;
    min-width: 0;
  }

  .problem button {
    width: 32px;
    min-height: 32px;
    padding: 4px;
    margin-top: -2px;
    margin-inline-end: -6px;
  }

  .code {
    margin-top: 4px;
    color: var(--muted);
    font-size: 0.8125rem;
  }

  .bar.collapsed {
    border: 0;
    border-radius: 24px;
    overflow: visible;
  }

  .pill {
    min-height: 48px;
    border-radius: 24px;
    box-shadow: none;
  }

  .visible .pill {
    border-color: transparent;
  }

  .visible .pill .badge {
    background: var(--on-visible);
    color: var(--visible);
  }

  .pill deskside-session-clock {
    font-weight: 450;
  }
`;
