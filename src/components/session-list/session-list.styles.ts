// How the list of sessions looks: a column beside the session, a strip above it where there is little room.

import { css } from 'lit';

export const sessionListStyles = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
    overflow: auto;
    /* The button for the next session stands over the end of it. */
    scroll-padding-block-end: 60px;
    border-inline-end: 1px solid var(--line);
    background: var(--surface);
  }

  nav {
    display: grid;
    align-content: start;
    gap: 8px;
    padding: 8px;
  }

  ul {
    display: grid;
    gap: 4px;
    min-width: 0;
    list-style: none;
  }

  li {
    position: relative;
    min-width: 0;
  }

  .session {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 8px;
    justify-items: start;
    width: 100%;
    min-height: 52px;
    padding: 6px 10px;
    border-color: transparent;
    font-size: 0.9375rem;
    text-align: start;
  }

  .session[aria-current] {
    border-color: var(--accent);
    box-shadow: inset 3px 0 var(--accent);
  }

  .session[aria-current]:dir(rtl) {
    box-shadow: inset -3px 0 var(--accent);
  }

  /* Room beside the name for what closes it. */
  .ended .session {
    grid-template-columns: auto minmax(0, 1fr) minmax(20px, auto);
  }

  .dot {
    width: 10px;
    height: 10px;
    border: 2px solid var(--muted);
    border-radius: 50%;
  }

  .connected .dot {
    border-color: var(--accent);
    background: var(--accent);
  }

  .waiting .dot,
  .connecting .dot,
  .interrupted .dot {
    border-color: var(--accent);
  }

  .failed .dot {
    border-color: var(--danger);
  }

  .name {
    max-width: 100%;
    overflow: hidden;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .unread {
    min-width: 22px;
    padding: 0 6px;
    border-radius: 11px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.8125rem;
    font-weight: 650;
    line-height: 22px;
    text-align: center;
  }

  .state,
  .visible,
  .offers {
    grid-column: 2 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    font-size: 0.8125rem;
    font-weight: 400;
  }

  .state {
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }

  .visible,
  .offers {
    gap: 6px;
    font-weight: 600;
    --icon-size: 16px;
  }

  .visible {
    color: var(--visible);
  }

  .close {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 4px;
    width: 32px;
    min-height: 32px;
    padding: 4px;
  }

  /* However long the list is. */
  .new {
    position: sticky;
    inset-block-end: 8px;
  }

  .new[aria-disabled='true'] {
    opacity: 0.8;
    cursor: progress;
  }

  .progress:empty {
    display: none;
  }

  @media (max-width: 900px) {
    :host {
      border-inline-end: none;
      border-bottom: 1px solid var(--line);
    }

    nav {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
    }

    ul {
      display: flex;
      overflow-x: auto;
      scroll-padding-inline: 24px;
      /* Room for focus rings, which a scrolling box would cut off. */
      padding: 4px;
      margin: -4px;
    }

    li {
      flex: none;
      width: min(180px, 60vw);
    }

    .session {
      min-height: 68px;
      align-content: start;
    }

    .progress,
    deskside-error-notice {
      grid-column: 1 / -1;
    }
  }

  @media (max-width: 480px) {
    nav {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (forced-colors: active) {
    .connected .dot {
      background: CanvasText;
    }

    .session[aria-current] {
      border-color: Highlight;
    }
  }
`;
