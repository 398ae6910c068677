// How a session is laid out: side by side where there is room, one under the other where there is not.

import { css } from 'lit';

export const technicianWorkspaceStyles = css`
  :host {
    display: block;
    min-height: 0;
  }

  .layout {
    display: grid;
    grid-template-rows: minmax(0, 1fr);
    height: 100%;
  }

  .layout.with-chat {
    grid-template-columns: minmax(0, 1fr) clamp(300px, 24vw, 380px);
  }

  main {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    overflow: auto;
  }

  deskside-screen-view {
    flex: 1;
  }

  deskside-line-notice {
    padding: 0 8px;
  }

  aside {
    display: flex;
    flex-direction: column;
    min-height: 0;
    border-inline-start: 1px solid var(--line);
    background: var(--surface);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 12px;
    padding: 10px 16px;
    border-bottom: 1px solid var(--line);
  }

  h2 {
    font-size: 0.9375rem;
  }

  header .muted {
    font-size: 0.8125rem;
  }

  aside deskside-error-notice {
    padding: 0 12px 12px;
  }

  deskside-chat-panel {
    flex: 1;
    min-height: 0;
  }

  @media (max-width: 900px) {
    .layout.with-chat {
      grid-template-rows: auto auto;
      grid-template-columns: minmax(0, 1fr);
      height: auto;
    }

    deskside-screen-view {
      height: max(56dvh, 320px);
      flex: none;
    }

    aside {
      border-inline-start: none;
      border-top: 1px solid var(--line);
    }

    deskside-chat-panel {
      height: max(54dvh, 280px);
      flex: none;
    }
  }
`;
