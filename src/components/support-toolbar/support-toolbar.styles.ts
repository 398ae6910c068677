// The toolbar floats below, where lines end; on a narrow screen it is a sheet at the bottom; collapsed, a pill.

import { css } from 'lit';

export const supportToolbarStyles = css`
  :host {
    position: fixed;
    z-index: 10;
    inset-inline-end: 24px;
    bottom: 24px;
    max-width: calc(100vw - 16px);
    translate: var(--move-x, 0) var(--move-y, 0);
    pointer-events: none;
  }

  .bar {
    pointer-events: auto;
    display: flex;
    flex-direction: column;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--surface);
    box-shadow: var(--shadow);
    overflow: hidden;
  }

  .bar.whole {
    width: 360px;
    max-width: 100%;
    max-height: calc(100dvh - 32px);
    overflow-y: auto;
  }

  .bar.visible {
    border-color: var(--visible);
  }

  deskside-chat-panel {
    flex: 1 1 340px;
    min-height: 220px;
    border-top: 1px solid var(--line);
  }

  @media (max-width: 479px) {
    :host {
      inset-inline: 0;
      bottom: 0;
      max-width: none;
      translate: none;
    }

    .bar.whole {
      width: auto;
      max-height: 85dvh;
      border-width: 1px 0 0;
      border-radius: 14px 14px 0 0;
      padding-bottom: env(safe-area-inset-bottom);
    }

    .bar.collapsed {
      width: max-content;
      margin-block: 0 calc(16px + env(safe-area-inset-bottom));
      margin-inline: auto 16px;
    }

    .head {
      cursor: auto;
      touch-action: auto;
    }

    .move {
      display: none;
    }
  }

  /* In a window of its own it takes all the room there is. */
  :host([on-top]) {
    position: static;
    flex: 1 1 55%;
    min-height: 0;
    max-width: none;
    translate: none;
  }

  :host([on-top]) .bar.whole {
    width: auto;
    height: 100%;
    max-height: none;
    border: 0;
    border-radius: 0;
  }

  :host([on-top]) .head {
    cursor: auto;
    touch-action: auto;
  }

  @media (forced-colors: active) {
    .visible .strip,
    .visible .pill {
      forced-color-adjust: none;
      background: Mark;
      color: MarkText;
    }

    .stop:enabled {
      border-color: ButtonText;
    }

    .badge {
      border: 1px solid CanvasText;
    }
  }
`;
