// An icon is as large as the text says, unless `--icon-size` says otherwise.

import { css } from 'lit';

export const iconStyles = css`
  :host {
    display: inline-flex;
    flex: none;
    color: inherit;
  }

  svg {
    display: block;
    width: var(--icon-size, 20px);
    height: var(--icon-size, 20px);
  }

  :host([directional]:dir(rtl)) svg {
    transform: scaleX(-1);
  }
`;
