// Where files are chosen: a place to drop them, two ways to pick them, and what there is so far.

import { css } from 'lit';

export const sendFilesDialogStyles = css`
  .drop {
    display: grid;
    justify-items: center;
    gap: 12px;
    margin-top: 16px;
    padding: 20px 16px;
    border: 2px dashed var(--control-line);
    border-radius: calc(var(--radius) + 4px);
    background: var(--sunken);
    text-align: center;
  }

  .drop.small {
    padding: 12px 16px;
  }

  .drop > deskside-icon {
    color: var(--muted);
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: center;
  }

  .way {
    position: relative;
  }

  .way label {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    min-height: 40px;
    padding: 8px 16px;
    border: 1px solid var(--control-line);
    border-radius: var(--radius);
    background: var(--surface);
    font-weight: 550;
    cursor: pointer;
  }

  .way label:hover {
    background: var(--accent-soft);
  }

  .way input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    min-height: 0;
    opacity: 0;
    pointer-events: none;
  }

  .way input:focus-visible + label {
    outline: var(--focus);
    outline-offset: 2px;
  }

  .note {
    margin-top: 12px;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: baseline;
    justify-content: space-between;
    margin-top: 16px;
  }

  .head h3 {
    font-size: 1rem;
    font-weight: 650;
  }

  ul {
    max-height: min(38dvh, 320px);
    margin-top: 8px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    list-style: none;
    overflow: hidden auto;
  }

  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 40px;
    gap: 4px 12px;
    align-items: center;
    padding: 2px;
    padding-inline-start: 12px;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 44px;
  }

  li + li {
    border-top: 1px solid var(--line);
  }

  li .size {
    color: var(--muted);
    font-size: 0.9375rem;
    white-space: nowrap;
  }

  @media (max-width: 479px) {
    li {
      grid-template-columns: minmax(0, 1fr) 40px;
      gap: 0 4px;
      padding-block: 6px;
    }

    li .size {
      grid-row: 2;
    }

    li button {
      grid-row: 1 / 3;
      grid-column: 2;
    }
  }

  @media (hover: none) {
    .drop p {
      display: none;
    }
  }
`;
