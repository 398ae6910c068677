// What is published about the launcher (public/custom-elements.json, public/embed.d.ts) is what it is. Runs in Node, where
// there is no window at all.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SUPPORT_EVENTS } from '../protocol/embedding.ts';
import { LAUNCHER_WORDS } from './launcher-words.ts';

const PUBLIC = join(import.meta.dirname, '../../public');
const SOURCE = readFileSync(join(import.meta.dirname, 'deskside-support.ts'), 'utf8');
const STYLES = readFileSync(join(import.meta.dirname, 'launcher-styles.ts'), 'utf8');
const manifest = JSON.parse(readFileSync(join(PUBLIC, 'custom-elements.json'), 'utf8'));
const types = readFileSync(join(PUBLIC, 'embed.d.ts'), 'utf8');
const [declared] = manifest.modules[0].declarations;

const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).sort();

it('can be imported where there is no browser', async () => {
  const { DesksideSupport } = await import('../embed.ts');
  expect(globalThis).not.toHaveProperty('window');
  expect(names(declared.attributes)).toEqual([...DesksideSupport.observedAttributes].sort());
  expect(Object.getOwnPropertyNames(DesksideSupport.prototype)).toEqual(
    expect.arrayContaining(names(declared.members)),
  );
});

it('sends the events that its manifest and its types name', () => {
  const typed = [...types.matchAll(/^ {2}'(deskside-[\w-]+)': CustomEvent/gm)].map(([, name = '']) => name);
  expect(names(declared.events)).toEqual([...SUPPORT_EVENTS].sort());
  expect(typed.sort()).toEqual([...SUPPORT_EVENTS].sort());
});

it('has the parts, slots and properties that its manifest names', () => {
  const parts = [...SOURCE.matchAll(/make\('\w+', '(\w+)'/g)].map(([, name = '']) => name);
  expect(names(declared.cssParts)).toEqual(parts.sort());
  const properties = [...STYLES.matchAll(/var\((--deskside-[\w-]+)/g)].map(([, name = '']) => name);
  expect(names(declared.cssProperties)).toEqual([...new Set(properties)].sort());
  expect(SOURCE).toContain("showLabel.name = 'show'");
});

it('has the words that its types name', () => {
  const [, body = ''] = /interface LauncherWords \{(.+?)\}/s.exec(types) ?? [];
  const typed = [...body.matchAll(/readonly (\w+): string;/g)].map(([, name = '']) => name);
  expect(typed).toEqual(Object.keys(LAUNCHER_WORDS.en));
});
