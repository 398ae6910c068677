// One field, one button.

import { css } from 'lit';

export const linkFormStyles = css`
  :host {
    display: block;
  }

  form {
    display: grid;
    gap: 8px;
  }

  label {
    font-weight: 600;
  }

  input {
    min-height: 48px;
  }

  input[aria-invalid='true'] {
    border-color: var(--danger);
  }

  .missing {
    color: var(--danger);
    font-size: 0.875rem;
  }

  button {
    min-height: 48px;
    margin-top: 8px;
  }
`;
