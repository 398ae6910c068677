// How a QR code looks: black on white, whatever the colour scheme. Cameras read it, and many read nothing else,
// so these two colours are no tokens.

import { css } from 'lit';

export const qrCodeStyles = css`
  :host {
    display: inline-block;
    max-width: 100%;
    line-height: 0;
  }

  svg {
    max-width: 100%;
    height: auto;
    border-radius: 4px;
    background: white;
    fill: black;
    forced-color-adjust: none;
  }
`;
