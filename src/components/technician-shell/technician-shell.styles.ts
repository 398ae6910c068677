// How the console fills the window: a header, and beneath it whatever part is on.

import { css } from 'lit';

export const technicianShellStyles = css`
  :host {
    display: block;
    background: var(--bg);
  }

  .console {
    display: flex;
    flex-direction: column;
    height: 100dvh;
  }

  .elsewhere {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    padding: 8px 16px;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
    font-size: 0.9375rem;
  }

  .body {
    display: grid;
    flex: 1;
    grid-template-rows: minmax(0, 1fr);
    grid-template-columns: minmax(0, 1fr);
    min-height: 0;
  }

  .body.with-list {
    /* What is said in a corner of a session must not cover the list. */
    --list-width: 212px;
    grid-template-columns: var(--list-width) minmax(0, 1fr);
  }

  main {
    min-width: 0;
    min-height: 0;
    overflow: auto;
  }

  @media (max-width: 900px) {
    .console {
      height: auto;
      min-height: 100dvh;
    }

    .body,
    .body.with-list {
      --list-width: 0px;
      grid-template-rows: auto;
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
    }

    main {
      overflow: visible;
    }
  }
`;
