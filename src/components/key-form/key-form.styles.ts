// One field, one button.

import { css } from 'lit';

export const keyFormStyles = css`
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
    min-height: 56px;
    font-size: 1.375rem;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.04em;
  }

  input[aria-invalid='true'] {
    border-color: var(--danger);
  }

  .hint {
    color: var(--muted);
    font-size: 0.9375rem;
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
