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

  main {
    min-height: 0;
    overflow: auto;
  }

  deskside-notice-offer {
    max-width: 560px;
    margin: 0 auto 24px;
    padding-inline: 16px;
  }

  /* What floats about files leaves the bar beneath the picture free. */
  deskside-file-dialogs {
    --files-bottom: 64px;
    --files-left: 16px;
  }

  @media (max-width: 900px) {
    .console {
      height: auto;
      min-height: 100dvh;
    }

    main {
      overflow: visible;
    }
  }
`;
