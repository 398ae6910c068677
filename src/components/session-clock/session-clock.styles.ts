// Digits that do not jump.

import { css } from 'lit';

export const sessionClockStyles = css`
  :host {
    display: inline-block;
    color: inherit;
    font: inherit;
    font-variant-numeric: tabular-nums;
  }
`;
