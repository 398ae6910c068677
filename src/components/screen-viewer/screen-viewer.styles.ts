// How the viewer looks: a frame that is plainly not the customer's own screen, and in it the picture.

import { css } from 'lit';

export const screenViewerStyles = css`
  :host {
    display: block;
    width: 100%;
    min-width: 0;
    min-height: 0;
  }

  section {
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow: hidden;
    border: 1px solid var(--control-line);
    border-radius: var(--radius);
    background: var(--surface);
  }

  header {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto auto;
    gap: 4px 12px;
    align-items: center;
    padding: 6px 8px;
    padding-inline-start: 14px;
    border-bottom: 1px solid var(--line);
  }

  h2 {
    overflow: hidden;
    font-size: 0.9375rem;
    line-height: 1.3;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .whose p {
    font-size: 0.8125rem;
    line-height: 1.3;
  }

  .actions,
  .sizes {
    display: flex;
    gap: 6px;
    align-items: center;
  }

  button {
    min-height: 36px;
    padding: 4px 12px;
    font-size: 0.9375rem;
    white-space: nowrap;
  }

  .sizes button {
    padding: 4px 8px;
  }

  .sizes [aria-pressed='true'] {
    background: var(--accent-soft);
  }

  .close {
    grid-column: -2;
  }

  .room {
    position: relative;
    display: grid;
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--sunken);
  }

  /* A picture begins at its own left, whichever way the words around it run. */
  .room:has(.actual) {
    direction: ltr;
  }

  .room:focus-visible {
    outline-offset: -3px;
  }

  .pannable {
    cursor: grab;
    user-select: none;
  }

  .pannable:active {
    cursor: grabbing;
  }

  video {
    position: absolute;
    inset: 0;
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }

  video.actual {
    position: static;
    width: var(--picture-width);
    max-width: none;
    height: auto;
    margin: auto;
  }

  .waiting {
    margin: auto;
    padding: 24px;
    color: var(--muted);
  }

  section:fullscreen {
    border: 0;
    border-radius: 0;
  }

  @container viewer (max-width: 820px) {
    header {
      grid-template-columns: auto minmax(0, 1fr) auto;
      padding: 6px;
      padding-inline-start: 12px;
    }

    .close {
      grid-row: 1;
      grid-column: 3;
    }

    .actions,
    .sizes {
      flex-wrap: wrap;
      grid-column: 1 / -1;
    }
  }

  :host {
    container: viewer / inline-size;
  }
`;
