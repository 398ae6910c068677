// The lint refuses whatever would turn text into markup or code, wherever in the sources it stands: our own rules
// are run on a folder of offences.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const PLACES = [
  'src',
  'src/components/example',
  'src/i18n',
  'src/session',
  'src/protocol',
  'src/rtc',
  'src/storage',
  'server',
];
const MARKUP_MODULES = [
  'lit/directives/unsafe-html.js',
  'lit/directives/unsafe-svg.js',
  'lit/directives/unsafe-mathml.js',
  'lit/static-html.js',
  'lit-html/directives/unsafe-html.js',
];
const SINKS = [
  'element.innerHTML = text;',
  'element.innerHTML += text;',
  "this.renderRoot.innerHTML = '<b>' + text;",
  'element.outerHTML = text;',
  'frame.srcdoc = text;',
  "element.insertAdjacentHTML('beforeend', text);",
  'element.setHTMLUnsafe(text);',
  'document.createRange().createContextualFragment(text);',
  "new DOMParser().parseFromString(text, 'text/html');",
  'document.write(text);',
  'document.writeln(text);',
  'eval(text);',
  "new Function('a', text);",
  'Function(text);',
];
const HARMLESS = "document.body.textContent = 'innerHTML';";

/** One line of source in one place, and the rule that must refuse it there. */
const EXAMPLES = [
  ...PLACES.flatMap((place) =>
    MARKUP_MODULES.map((module) => [place, `import '${module}';`, 'lint/style/noRestrictedImports']),
  ),
  ...PLACES.flatMap((place) => SINKS.map((sink) => [place, sink, 'plugin'])),
  ...PLACES.map((place) => [place, HARMLESS, null]),
].map(([place, line, rule], number) => ({ file: `${place}/example-${number}.ts`, place, line, rule }));

let folder;
let refusals;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskside-lint-'));
  for (const name of ['biome.json', 'package.json', '.gitignore'])
    cpSync(join(ROOT, name), join(folder, name));
  cpSync(join(ROOT, 'scripts/no-text-as-code.grit'), join(folder, 'scripts/no-text-as-code.grit'));
  for (const { file, line } of EXAMPLES) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${line}\n`);
  }
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  refusals = JSON.parse(stdout).diagnostics.filter(({ severity }) => severity === 'error');
});

afterAll(() => rmSync(folder, { recursive: true }));

it.each(EXAMPLES)('in $place `$line` is judged by $rule', ({ file, rule }) => {
  const rules = refusals
    .filter(({ location }) => location.path.endsWith(file))
    .map(({ category }) => category);
  if (rule === null) expect(rules).toEqual([]);
  else expect(rules).toContain(rule);
});
