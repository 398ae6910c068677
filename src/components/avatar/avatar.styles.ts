// A circle as large as `--avatar-size`.

import { css } from 'lit';

export const avatarStyles = css`
  :host {
    display: inline-flex;
    flex: none;
  }

  span {
    display: grid;
    place-items: center;
    width: var(--avatar-size, 36px);
    height: var(--avatar-size, 36px);
    border: 1px solid transparent;
    border-radius: 50%;
    background: var(--accent-soft);
    color: var(--accent);
    font-size: calc(var(--avatar-size, 36px) * 0.38);
    font-weight: 650;
    letter-spacing: 0.02em;
  }
`;
