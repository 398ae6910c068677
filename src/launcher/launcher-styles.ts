// How the launcher looks: like the rest of Deskside, in the few rules that it takes. The page around it themes it by
// `--deskside-*` and `::part()`. The colours are those of styles/tokens.ts.

export const LAUNCHER_STYLES = `
  :host {
    --accent: var(--deskside-accent, light-dark(oklch(40% 0.085 195), oklch(80% 0.095 190)));
    --on-accent: var(--deskside-on-accent, light-dark(oklch(99% 0.003 195), oklch(18% 0.03 195)));
    --text: var(--deskside-text, light-dark(oklch(24% 0.015 240), oklch(95% 0.005 240)));
    --visible: light-dark(oklch(46% 0.155 38), oklch(76% 0.155 48));
    display: inline-block;
    color: var(--text);
    font: 400 1rem/1.5 var(--deskside-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  .base {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 4px;
    text-align: start;
  }
  button {
    min-height: 44px;
    padding: 8px 20px;
    border: 1px solid transparent;
    border-radius: var(--deskside-radius, 10px);
    background: var(--accent);
    color: var(--on-accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button:disabled {
    opacity: 0.6;
    cursor: not-allowed;
  }
  button:focus-visible,
  a:focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  p {
    margin: 0;
    max-width: 32em;
  }
  .status[data-visible] {
    color: var(--visible);
    font-weight: 600;
  }
  .status[data-visible]::before {
    content: '';
    display: inline-block;
    inline-size: 0.6em;
    block-size: 0.6em;
    margin-inline-end: 0.5em;
    border-radius: 50%;
    background: var(--visible);
    forced-color-adjust: none;
  }
  a {
    display: block;
    width: fit-content;
    color: var(--accent);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  small {
    display: block;
    opacity: 0.8;
  }
`;
