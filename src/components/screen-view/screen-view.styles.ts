// How the customer's screen looks: the picture gets the room, and nothing is drawn on it.

import { css } from 'lit';

export const screenViewStyles = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
  }

  section {
    display: flex;
    flex-direction: column;
    height: 100%;
    background: var(--sunken);
  }

  .room {
    position: relative;
    display: grid;
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }

  /* A picture begins at its own left, whichever way the words around it run. */
  .room:has(.is-zoomed) {
    direction: ltr;
  }

  .room:focus-visible {
    outline-offset: -3px;
  }

  video {
    position: absolute;
    inset: 0;
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }

  video.is-zoomed {
    position: static;
    width: var(--picture-width);
    max-width: none;
    height: auto;
    margin: auto;
  }

  video.is-blank {
    visibility: hidden;
  }

  .message {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 20px;
    max-width: 26rem;
    padding: 24px;
    margin: auto;
    text-align: center;
  }

  /* Still there for a screen reader while a picture is seen, but takes no room. */
  .message:not(:has(p)) {
    position: absolute;
    padding: 0;
  }

  .message deskside-icon {
    --icon-size: 24px;
  }

  .words > deskside-icon {
    --icon-size: 32px;
    margin-bottom: 12px;
    color: var(--muted);
  }

  .title {
    margin-bottom: 4px;
    font-size: 1.125rem;
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
  }

  .words .muted {
    text-wrap: pretty;
  }

  deskside-screen-bar .action {
    min-height: 36px;
    padding: 4px 14px;
    font-size: 0.9375rem;
  }

  section:fullscreen .room {
    background: black;
  }

  section:fullscreen .message {
    padding: 32px;
    border-radius: var(--radius);
    background: var(--surface);
  }

  section:fullscreen .message:not(:has(p)) {
    padding: 0;
    background: none;
  }
`;
