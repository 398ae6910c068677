// How a saved report looks: one column, on a screen of any width and on paper.

import { markup } from './markup.ts';

export const reportStyles = markup`<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
body { margin: 0; padding: 32px 16px; }
main { max-width: 760px; margin: 0 auto; }
h1 { margin: 0 0 16px; font-size: 1.5rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 32px 0 8px; font-size: 1.125rem; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr)); gap: 12px 24px; margin: 0; padding: 16px 0; border-block: 1px solid GrayText; }
dt { font-size: .875rem; }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
p { margin: 0; }
ol, .files { margin: 0; padding: 0; list-style: none; }
ol li, .files li { padding: 6px 0; overflow-wrap: anywhere; break-inside: avoid; }
time { display: inline-block; min-width: 6.5em; font-variant-numeric: tabular-nums; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
code { overflow-wrap: anywhere; }
footer { margin-top: 40px; font-size: .875rem; }
@media print { body { padding: 0; } :root { font-size: 11pt; } }
</style>`;
