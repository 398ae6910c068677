// How signing in looks.

import { css } from 'lit';

export const technicianSignInStyles = css`
  :host {
    display: block;
  }

  section {
    display: grid;
    gap: 12px;
    width: min(100%, 520px);
    padding: 48px 16px;
    margin: 0 auto;
  }

  form {
    display: grid;
    gap: 8px;
  }

  form.token {
    padding-top: 20px;
    margin: 12px 0;
    border-top: 1px solid var(--line);
  }

  form > button,
  .organisation {
    min-height: 48px;
    margin-top: 12px;
  }

  .or {
    display: flex;
    gap: 12px;
    align-items: center;
  }

  .or::before,
  .or::after {
    flex: 1;
    border-top: 1px solid var(--line);
    content: '';
  }

  label {
    margin-top: 8px;
    font-size: 0.875rem;
    font-weight: 600;
  }

  .field {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .field input {
    flex: 1 1 14rem;
    width: auto;
    min-width: 0;
    font-family: ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, monospace;
    font-size: 0.9375rem;
  }

  .progress {
    min-height: 1.5em;
  }

  .loading {
    text-align: center;
  }
`;
