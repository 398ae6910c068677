// How the console's header looks: one dense line, two or three where there is little room.

import { css } from 'lit';

export const technicianHeaderStyles = css`
  :host {
    display: block;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 24px;
    min-height: 52px;
    padding: 6px 12px;
    padding-inline-start: 16px;
    font-size: 0.9375rem;
  }

  .product {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    max-width: 100%;
  }

  .mark {
    width: 14px;
    height: 14px;
    border: 3px solid var(--accent);
    border-radius: 5px;
  }

  .name {
    font-weight: 650;
    letter-spacing: -0.01em;
  }

  .technician {
    max-width: 22rem;
    overflow: hidden;
    padding-inline-start: 10px;
    border-inline-start: 1px solid var(--line);
    font-size: 0.875rem;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .session {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 16px;
  }

  [role='status'] {
    display: flex;
    align-items: center;
    gap: 8px;
    font-weight: 600;
  }

  .dot {
    flex: none;
    width: 10px;
    height: 10px;
    border: 2px solid var(--muted);
    border-radius: 50%;
  }

  .connected .dot {
    border-color: var(--accent);
    background: var(--accent);
  }

  .interrupted .dot,
  .connecting .dot,
  .waiting .dot {
    border-color: var(--accent);
    animation: breathe 1.8s ease-in-out infinite;
  }

  .failed .dot {
    border-color: var(--danger);
  }

  @keyframes breathe {
    50% {
      opacity: 0.3;
    }
  }

  deskside-session-clock {
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }

  .visible {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--visible);
    font-size: 0.875rem;
    font-weight: 600;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    margin-inline-start: auto;
  }

  .reports {
    display: inline-flex;
    align-items: center;
    min-height: 36px;
    padding: 4px 12px;
    border-radius: var(--radius);
    color: var(--text);
    font-weight: 550;
    text-decoration: none;
  }

  .reports:hover {
    background: var(--sunken);
    text-decoration: underline;
  }

  .reports[aria-current] {
    background: var(--accent-soft);
    color: var(--accent);
  }

  .tools button {
    min-height: 36px;
    padding-block: 4px;
  }

  .tools .icon-only {
    width: 36px;
    padding: 6px;
  }

  .tools .danger {
    margin-inline-start: 8px;
    font-size: 0.9375rem;
  }

  @media (max-width: 480px) {
    .in-session .technician {
      display: none;
    }
  }

  /* Without a keyboard there is nothing to shorten. */
  @media (hover: none) and (pointer: coarse) {
    .help {
      display: none;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .dot {
      animation: none !important;
    }
  }

  @media (forced-colors: active) {
    .connected .dot {
      background: CanvasText;
    }
  }
`;
