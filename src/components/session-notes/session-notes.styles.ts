// How a session's notes look below its chat, or below its invitation.

import { css } from 'lit';

export const sessionNotesStyles = css`
  :host {
    display: block;
  }

  summary {
    padding: 10px 16px;
    font-size: 0.9375rem;
    font-weight: 650;
    cursor: pointer;
  }

  summary .small {
    margin-inline-start: 8px;
    font-weight: 400;
  }

  .fields {
    display: grid;
    gap: 4px;
    padding: 0 16px 16px;
  }

  label {
    font-size: 0.875rem;
  }

  textarea {
    resize: vertical;
    min-height: 64px;
    max-height: 30dvh;
    field-sizing: content;
  }

  input {
    margin-bottom: 4px;
  }
`;
