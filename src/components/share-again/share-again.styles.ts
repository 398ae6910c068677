// A quiet card with one thing to do.

import { css } from 'lit';

export const shareAgainStyles = css`
  :host {
    display: grid;
    gap: 8px;
    justify-items: center;
    text-align: center;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: center;
  }
`;
