// How the console fills the window: a header, and beneath it whatever part is on.

import { css } from 'lit';

export const technicianShellStyles = css`
  :host {
    display: block;
    background: var(--bg);
  }

  .console {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    grid-template-columns: minmax(0, 1fr);
    height: 100dvh;
  }

  .body {
    display: grid;
    grid-template-rows: minmax(0, 1fr);
    grid-template-columns: minmax(0, 1fr);
    min-height: 0;
  }

  .body.with-list {
    grid-template-columns: 212px minmax(0, 1fr);
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
      grid-template-rows: auto;
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
    }

    main {
      overflow: visible;
    }
  }
`;
