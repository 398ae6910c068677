// The page around everything: a quiet line on top, one thing in the middle.

import { css } from 'lit';

export const customerShellStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100dvh;
    background: var(--bg);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
    padding: 12px 24px;
  }

  .brand {
    display: flex;
    gap: 10px;
    align-items: center;
    font-weight: 650;
    letter-spacing: -0.005em;
  }

  .logo {
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    border-radius: 9px;
    background: var(--accent);
    color: var(--on-accent);
  }

  main {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: center;
    justify-content: safe center;
    padding: 16px 24px 64px;
  }

  /* Room for the toolbar, which floats above the page. */
  main.session {
    justify-content: start;
    padding-top: 6vh;
    padding-bottom: 240px;
  }

  @media (min-width: 960px) {
    main.session {
      justify-content: safe center;
      padding-block: 16px 64px;
    }

    main.beside {
      padding-inline-end: 432px;
    }
  }

  /* The viewer takes the room that the toolbar leaves. */
  main.session.filled {
    height: calc(100dvh - 56px);
    flex: none;
    justify-content: stretch;
    padding: 0 12px 12px;
  }

  main.filled deskside-line-notice {
    flex: none;
    width: 100%;
    padding-block: 8px;
  }

  main.filled deskside-screen-viewer {
    flex: 1;
    min-height: 280px;
  }

  @media (min-width: 960px) {
    main.filled.beside {
      padding-inline-end: 396px;
    }
  }

  @media (max-width: 959px) {
    main.session.filled {
      padding-bottom: 76px;
    }
  }

  .card {
    width: 100%;
    max-width: 480px;
    padding: 32px;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 8px);
    background: var(--surface);
    box-shadow: 0 1px 2px oklch(0% 0 0 / 0.05);
  }

  section.card {
    display: grid;
    gap: 16px;
  }

  .failure {
    display: grid;
    gap: 8px;
  }

  .failure deskside-error-notice {
    margin-top: 4px;
  }

  section.card h2 {
    margin-top: 8px;
  }

  .skeleton {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 10px 16px;
    align-items: center;
  }

  .skeleton span {
    height: 16px;
    border-radius: 8px;
    background: var(--sunken);
  }

  .skeleton span:first-child {
    grid-row: 1 / 3;
    width: 56px;
    height: 56px;
    border-radius: 50%;
  }

  .skeleton span:last-child {
    width: 60%;
  }

  h1:focus-visible {
    outline: none;
  }

  @media (max-width: 479px) {
    header {
      padding: 8px 16px;
    }

    main {
      justify-content: start;
      padding: 8px 12px 32px;
    }

    main.session {
      padding-top: 24px;
      padding-bottom: 260px;
    }

    .card {
      padding: 24px 20px;
    }
  }

  /* In a window above the others there is room for the toolbar, and for what the technician shows. */
  :host([on-top]) header,
  :host([on-top]) deskside-session-page {
    display: none;
  }

  :host([on-top]) main.session {
    flex: none;
    align-items: stretch;
    justify-content: stretch;
    height: 100dvh;
    padding: 0;
  }

  :host([on-top]) main.filled deskside-line-notice {
    padding: 0;
  }

  :host([on-top]) main.filled deskside-screen-viewer {
    flex: 1 1 45%;
    min-height: 180px;
  }

  @media (prefers-reduced-motion: no-preference) {
    .skeleton span {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
`;
