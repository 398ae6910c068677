// What floats above the page about files: the place to drop them, and a small notice.

import { css } from 'lit';

export const fileDialogsStyles = css`
  :host {
    display: contents;
  }

  .over {
    position: fixed;
    z-index: 30;
    inset: 8px;
    display: grid;
    place-items: center;
    border: 3px dashed var(--accent);
    border-radius: calc(var(--radius) + 8px);
    background: color-mix(in oklch, var(--surface), transparent 12%);
    pointer-events: none;
  }

  .over p {
    display: flex;
    gap: 12px;
    align-items: center;
    padding: 16px;
    font-size: 1.25rem;
    font-weight: 650;
    overflow-wrap: anywhere;
  }

  .notice {
    position: fixed;
    z-index: 11;
    inset-block: auto var(--files-bottom, 24px);
    inset-inline: var(--files-start, 24px) auto;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 4px 10px;
    align-items: start;
    width: min(360px, calc(100vw - 16px));
    padding: 12px 8px;
    padding-inline-start: 14px;
    border: 1px solid var(--control-line);
    border-radius: calc(var(--radius) + 2px);
    background: var(--surface);
    box-shadow: var(--shadow);
    overflow-wrap: anywhere;
  }

  .notice > deskside-icon {
    margin-top: 2px;
  }

  .notice.good > deskside-icon {
    color: var(--accent);
  }

  .notice.bad > deskside-icon {
    color: var(--danger);
  }

  .notice .text {
    display: grid;
    gap: 6px;
    justify-items: start;
  }

  .notice .code {
    color: var(--muted);
    font-size: 0.8125rem;
  }

  .notice button {
    min-height: 32px;
    padding: 3px 10px;
    font-size: 0.9375rem;
  }

  .notice button.icon-only {
    width: 32px;
    padding: 4px;
    margin-top: -4px;
  }

  @media (max-width: 479px) {
    .notice {
      inset: 8px 8px auto;
      width: auto;
      padding: 6px 4px;
      padding-inline-start: 10px;
    }

    .notice button.icon-only {
      margin-top: 0;
    }

    #news {
      max-width: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .notice .text {
      gap: 2px;
    }

    /* The list says it too; what says whether the screen can be seen must stay in sight. */
    .notice .detail {
      display: none;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .notice {
      animation: appear 140ms ease-out;
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
`;
