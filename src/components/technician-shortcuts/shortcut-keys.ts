// Which key does what in the console, and how a control's tooltip names its key.

import type { TechnicianWords } from '../../i18n/en/technician.ts';

export type ShortcutName = keyof TechnicianWords['shortcuts']['actions'];

/** `KeyboardEvent.key` in lower case, in the order of the help dialog. */
export const SHORTCUT_KEYS: Readonly<Record<ShortcutName, string>> = {
  request: 'r',
  watch: 'v',
  fit: '0',
  actualSize: '1',
  zoomIn: '+',
  zoomOut: '-',
  fullScreen: 'f',
  ownScreen: 'm',
  chat: 'c',
  sendFiles: 's',
  viewFiles: 't',
  end: 'e',
  newSession: 'n',
  nextSession: 'j',
  previousSession: 'k',
  help: '?',
};

/** The key as it is printed on a keyboard. */
export function printedKey(name: ShortcutName): string {
  const key = SHORTCUT_KEYS[name];
  return key === '-' ? '−' : key.toUpperCase();
}

/** A control's tooltip: its label, with the key while shortcuts are on. */
export function shortcutTooltip(
  words: TechnicianWords,
  label: string,
  name: ShortcutName,
  isEnabled: boolean,
): string {
  return isEnabled ? words.shortcuts.tooltip(label, printedKey(name)) : label;
}
