// What somebody wants to send: names and sizes first, a warning where there is one, two answers of one size.

import { css } from 'lit';

export const incomingFilesDialogStyles = css`
  ul {
    max-height: min(38dvh, 320px);
    margin-top: 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    list-style: none;
    overflow: hidden auto;
  }

  li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 2px 10px;
    align-items: center;
    min-height: 44px;
    padding: 6px 12px;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 44px;
  }

  li + li {
    border-top: 1px solid var(--line);
  }

  li > deskside-icon {
    color: var(--muted);
  }

  li deskside-file-name {
    font-weight: 550;
  }

  .size {
    color: var(--muted);
    font-size: 0.9375rem;
    white-space: nowrap;
  }

  .mark {
    grid-column: 2 / -1;
    color: var(--danger);
    font-size: 0.875rem;
    font-weight: 550;
  }

  @media (max-width: 479px) {
    li deskside-file-name,
    .size {
      grid-column: 2 / -1;
    }
  }

  .program > deskside-icon {
    align-self: start;
    margin-top: 4px;
    color: var(--danger);
  }

  .total {
    margin-top: 8px;
    color: var(--muted);
    font-size: 0.9375rem;
  }

  .warning,
  .choosing {
    display: flex;
    gap: 10px;
    align-items: start;
    margin-top: 16px;
    padding: 10px 12px;
    border-radius: var(--radius);
    background: var(--sunken);
  }

  .warning {
    border: 1px solid var(--danger);
    background: none;
  }

  .warning deskside-icon {
    margin-top: 2px;
    color: var(--danger);
  }

  .more {
    margin-top: 12px;
    color: var(--muted);
    font-size: 0.9375rem;
  }
`;
