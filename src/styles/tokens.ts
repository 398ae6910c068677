// Design tokens, adopted by every element: colour, space, type, motion. Nothing else defines a colour.
// A host page may override any `--deskside-*` property.

import { css, unsafeCSS } from 'lit';

interface Colour {
  readonly light: string;
  readonly dark: string;
  /** The property by which a host page may override it. */
  readonly override?: string;
}

const COLOURS: Readonly<Record<string, Colour>> = {
  '--bg': { light: '98.5% 0.003 240', dark: '20% 0.012 240', override: '--deskside-background' },
  '--surface': { light: '100% 0 0', dark: '25% 0.013 240', override: '--deskside-surface' },
  '--sunken': { light: '96% 0.005 240', dark: '17% 0.012 240' },
  '--line': { light: '88% 0.008 240', dark: '38% 0.015 240' },
  // Borders that tell where a control is: 3:1 against every background above.
  '--control-line': { light: '58% 0.015 240', dark: '66% 0.015 240' },
  '--text': { light: '24% 0.015 240', dark: '95% 0.005 240', override: '--deskside-text' },
  '--muted': { light: '42% 0.015 240', dark: '80% 0.012 240' },

  '--accent': { light: '40% 0.085 195', dark: '80% 0.095 190', override: '--deskside-accent' },
  '--on-accent': { light: '99% 0.003 195', dark: '18% 0.03 195', override: '--deskside-on-accent' },
  '--accent-soft': { light: '95% 0.02 195', dark: '31% 0.035 195' },

  // Means "someone can see this screen", and nothing else.
  '--visible': { light: '46% 0.155 38', dark: '76% 0.155 48' },
  '--on-visible': { light: '99% 0.01 40', dark: '18% 0.04 40' },

  // Ending, declining, failing: an outline and words, never a fill.
  '--danger': { light: '43% 0.16 18', dark: '84% 0.09 18' },
};

/** Declares every colour, with the value that `toValue` makes of it. */
function declare(toValue: (colour: Colour) => string) {
  const declarations = Object.entries(COLOURS).map(([name, colour]) => {
    const value = toValue(colour);
    return `${name}: ${colour.override === undefined ? value : `var(${colour.override}, ${value})`};`;
  });
  return unsafeCSS(declarations.join('\n'));
}

const oklch = (value: string) => `oklch(${value})`;

export const tokens = css`
  :host {
    color-scheme: light dark;
    ${declare(({ light }) => oklch(light))}

    --radius: var(--deskside-radius, 10px);
    --shadow: 0 1px 2px oklch(0% 0 0 / 0.08), 0 8px 24px oklch(0% 0 0 / 0.12);
    --font: var(--deskside-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    --focus: 3px solid var(--accent);
    --fast: 140ms;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      ${declare(({ dark }) => oklch(dark))}
    }
  }

  /* Follows the page that an element stands in, where a browser can (since 2024). */
  @supports (color: light-dark(red, red)) {
    :host {
      ${declare(({ light, dark }) => `light-dark(${oklch(light)}, ${oklch(dark)})`)}
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --fast: 0ms;
    }
  }
`;
