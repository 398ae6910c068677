// A name on one line: what does not fit is left out of its middle.

import { css } from 'lit';

export const fileNameStyles = css`
  :host {
    display: block;
    min-width: 0;
  }

  .name {
    display: flex;
    position: relative;
    width: fit-content;
    max-width: 100%;
    white-space: pre;
  }

  .head {
    flex: 0 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .tail {
    flex: none;
    max-width: 70%;
    overflow: hidden;
    text-overflow: ellipsis;
  }
`;
