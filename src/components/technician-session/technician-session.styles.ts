// How a session fills its part of the console.

import { css } from 'lit';

export const technicianSessionStyles = css`
  :host {
    display: grid;
    grid-template-rows: minmax(0, 1fr);
    grid-template-columns: minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
  }

  /* What floats about files leaves the bar beneath the picture free. */
  deskside-file-dialogs {
    --files-bottom: 64px;
    --files-start: calc(var(--list-width, 0px) + 16px);
  }

  deskside-notice-offer {
    max-width: 720px;
    padding-inline: 16px;
    margin: 0 auto 24px;
  }

  main {
    min-height: 0;
    overflow: auto;
  }

  main deskside-session-notes {
    max-width: 720px;
    margin: 0 auto 32px;
  }

  .view > deskside-session-notes {
    flex: none;
    border-top: 1px solid var(--line);
  }

  @media (max-width: 900px) {
    main {
      overflow: visible;
    }
  }
`;
