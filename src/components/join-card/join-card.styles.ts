// The invitation reads from top to bottom: who, what, join, and the warning apart from it.

import { css } from 'lit';

export const joinCardStyles = css`
  :host {
    display: grid;
    gap: 24px;
  }

  header {
    display: flex;
    align-items: center;
    gap: 16px;
    --avatar-size: 56px;
  }

  header > div {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .organisation {
    margin-top: 2px;
    color: var(--muted);
    font-size: 1.0625rem;
  }

  .verified {
    display: flex;
    gap: 12px;
    overflow-wrap: anywhere;
  }

  .verified span {
    min-width: 0;
  }

  ul {
    display: grid;
    gap: 12px;
    list-style: none;
  }

  li {
    display: flex;
    gap: 12px;
    overflow-wrap: anywhere;
  }

  li deskside-icon {
    margin-top: 2px;
    color: var(--muted);
  }

  li span {
    min-width: 0;
  }

  .ways {
    display: grid;
    gap: 12px;
  }

  .ways button {
    min-height: 52px;
    font-size: 1.0625rem;
  }

  .cannot {
    padding: 12px 16px;
    border-radius: var(--radius);
    background: var(--sunken);
  }

  .encrypted {
    display: flex;
    gap: 8px;
    color: var(--muted);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
    --icon-size: 18px;
  }

  aside {
    display: flex;
    gap: 12px;
    padding-top: 24px;
    border-top: 1px solid var(--line);
    font-size: 0.9375rem;
  }

  aside deskside-icon {
    --icon-size: 24px;
  }

  .question {
    font-weight: 650;
  }

  ::slotted(*) {
    display: block;
  }
`;
