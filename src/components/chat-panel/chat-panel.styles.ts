// The chat: a log that takes the room there is, and a field beneath it.

import { css } from 'lit';

export const chatPanelStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--surface);
  }

  .scroll {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }

  .log {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 12px 16px;
  }

  .log:focus-visible {
    outline-offset: -3px;
  }

  .empty {
    padding: 16px 0;
    color: var(--muted);
    text-align: center;
  }

  .message {
    display: flex;
    flex-direction: column;
    align-items: start;
    max-width: 88%;
    margin-top: 4px;
  }

  .message.first {
    margin-top: 14px;
  }

  .message.first:first-child {
    margin-top: 0;
  }

  .message.own {
    align-items: end;
    margin-inline-start: auto;
  }

  .waiting {
    padding-inline: 4px;
    font-size: 0.8125rem;
    color: var(--muted);
  }

  .by {
    display: flex;
    gap: 8px;
    margin-bottom: 2px;
    padding-inline: 4px;
    font-size: 0.8125rem;
    color: var(--muted);
  }

  .author {
    overflow: hidden;
    max-width: 22ch;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  time {
    font-variant-numeric: tabular-nums;
  }

  .text {
    max-width: 100%;
    padding: 7px 12px;
    border: 1px solid var(--line);
    border-radius: 14px;
    border-start-start-radius: 4px;
    background: var(--bg);
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .own .text {
    border-color: transparent;
    border-start-start-radius: 14px;
    border-start-end-radius: 4px;
    background: var(--accent-soft);
  }

  a {
    color: inherit;
    text-decoration-color: currentColor;
    text-decoration-thickness: 1px;
  }

  .new {
    position: absolute;
    bottom: 8px;
    left: 50%;
    min-height: 32px;
    padding: 4px 12px;
    border-radius: 16px;
    box-shadow: var(--shadow);
    font-size: 0.875rem;
    transform: translateX(-50%);
    white-space: nowrap;
  }

  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px;
    align-items: end;
    padding: 12px;
    border-top: 1px solid var(--line);
  }

  /* The copy of the text beneath makes the field as high as the text needs. */
  .grow {
    display: grid;
    max-height: 9.5rem;
    overflow: hidden;
    margin: -3px;
    padding: 3px;
  }

  .grow::after,
  textarea {
    grid-area: 1 / 1;
    max-height: 9rem;
    padding: 7px 12px;
    border: 1px solid transparent;
    font: inherit;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .grow::after {
    content: attr(data-text) ' ';
    visibility: hidden;
  }

  textarea {
    resize: none;
    border-color: var(--control-line);
    overflow-y: auto;
  }

  textarea:focus-visible {
    outline-width: 2px;
    outline-offset: 0;
  }

  textarea:disabled {
    background: var(--sunken);
    color: var(--muted);
  }

  textarea[aria-invalid='true'] {
    border-color: var(--danger);
  }

  .send {
    align-self: end;
  }

  .notes {
    grid-column: 1 / -1;
    display: grid;
    gap: 4px;
    font-size: 0.875rem;
  }

  .notes:not(:has(:not(:empty))) {
    display: none;
  }

  .notice {
    display: flex;
    align-items: center;
    gap: 6px;
    --icon-size: 18px;
  }

  .notice deskside-icon {
    color: var(--visible);
  }

  .limit {
    color: var(--muted);
  }

  .limit.over {
    color: var(--danger);
    font-weight: 600;
  }

  @media (forced-colors: active) {
    .own .text {
      border: 1px solid CanvasText;
    }
  }
`;
