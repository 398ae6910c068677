// Design tokens, adopted by every element: colour, space, type, motion. Nothing else defines a colour.
// A host page may override any `--deskside-*` property.

import { css } from 'lit';

export const tokens = css`
  :host {
    color-scheme: light dark;

    --bg: var(--deskside-background, light-dark(oklch(98.5% 0.003 240), oklch(20% 0.012 240)));
    --surface: var(--deskside-surface, light-dark(oklch(100% 0 0), oklch(25% 0.013 240)));
    --sunken: light-dark(oklch(96% 0.005 240), oklch(17% 0.012 240));
    --line: light-dark(oklch(88% 0.008 240), oklch(38% 0.015 240));
    /* Borders that tell where a control is: 3:1 against every background above. */
    --control-line: light-dark(oklch(58% 0.015 240), oklch(66% 0.015 240));
    --text: var(--deskside-text, light-dark(oklch(24% 0.015 240), oklch(95% 0.005 240)));
    --muted: light-dark(oklch(42% 0.015 240), oklch(80% 0.012 240));

    --accent: var(--deskside-accent, light-dark(oklch(40% 0.085 195), oklch(80% 0.095 190)));
    --on-accent: var(--deskside-on-accent, light-dark(oklch(99% 0.003 195), oklch(18% 0.03 195)));
    --accent-soft: light-dark(oklch(95% 0.02 195), oklch(31% 0.035 195));

    /* Means "someone can see this screen", and nothing else. */
    --visible: light-dark(oklch(46% 0.155 38), oklch(76% 0.155 48));
    --on-visible: light-dark(oklch(99% 0.01 40), oklch(18% 0.04 40));

    /* Ending, declining, failing: an outline and words, never a fill. */
    --danger: light-dark(oklch(43% 0.16 18), oklch(84% 0.09 18));

    --radius: var(--deskside-radius, 10px);
    --shadow: 0 1px 2px oklch(0% 0 0 / 0.08), 0 8px 24px oklch(0% 0 0 / 0.12);
    --font: var(--deskside-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    --focus: 3px solid var(--accent);
    --fast: 140ms;
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --fast: 0ms;
    }
  }
`;
