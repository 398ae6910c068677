// Names of files that come from the other side are data: what is made of them here can be shown and saved under,
// on every system, and looks like what it is.

import { MAX_FOLDER_DEPTH } from './limits.ts';
import { utf8Length } from './utf8-length.ts';

/** Longest name, in UTF-16 code units and in bytes of UTF-8. File systems end at 255 bytes, browsers add some while they write. */
const MAX_LENGTH = 200;
const MAX_BYTES = 230;
/** Longest extension that is kept when a name is cut, with its dot. */
const MAX_EXTENSION_LENGTH = 24;

/** Controls, everything invisible that formats or reorders text (bidi, zero width), halves of surrogate pairs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Spaces of any kind, and characters that look like one. Many of them could push an extension out of sight. */
const SPACES = /[\p{Zs}\u115f\u1160\u2800\u3164\uffa0]+/gu;
const FORBIDDEN = /[<>:"/\\|?*]/g;
/** Names of devices on Windows, whatever extension follows. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)/i;

/** What opening runs something, or takes the file's word for what to run. By system, lower case. */
const PROGRAM_EXTENSIONS = new Set(
  [
    // Windows
    'exe msi msix appx appxbundle msixbundle appinstaller application msp mst bat cmd com scr pif cpl dll ocx sys drv',
    'ps1 ps1xml ps2 psc1 psd1 psm1 vb vbe vbs js jse mjs ws wsc wsf wsh sct shb shs hta chm hlp inf ins isp reg lnk',
    'url scf msc gadget library-ms search-ms settingcontent-ms theme themepack diagcab website xll rdp mht mhtml',
    // Office documents with macros
    'docm dotm xlsm xltm xlsb xlam xla pptm potm ppam ppsm sldm accde mde iqy slk',
    // Disk images and archives that a system mounts or runs
    'iso img vhd vhdx dmg udf jar jnlp war',
    // macOS
    'app pkg mpkg command tool terminal workflow action scpt scptd applescript osx prefpane kext plugin webloc inetloc',
    'fileloc mobileconfig',
    // Linux, phones, and scripts of any system
    'sh bash zsh fish csh ksh run bin out elf so desktop appimage deb rpm snap flatpak flatpakref apk aab ipa xpi crx',
    'py pyc pyw pyz rb pl php lua tcl awk air swf',
  ].flatMap((line) => line.split(' ')),
);

/**
 * `name` made safe to show and to save under: its last path segment, in NFC, without what is invisible, forbidden
 * or reserved anywhere, of bounded length. The extension stays. Never empty. Doing it twice changes nothing more.
 */
export function safeFileName(name: string): string {
  const segment = name.split(/[/\\]/).findLast((part) => part !== '') ?? '';
  const visible = segment.replace(INVISIBLE, '').normalize('NFC');
  const plain = trim(visible.replace(SPACES, ' ').replace(FORBIDDEN, '_'));
  if (plain === '') return 'file';
  return cut(DEVICE.test(plain) ? `_${plain}` : plain);
}

/** The same for files that are saved together: none has the name of another one, in any case of letters. */
export function safeFileNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  const nextNumbers = new Map<string, number>();
  return names.map((raw) => {
    const name = safeFileName(raw);
    let candidate = name;
    let number = nextNumbers.get(key(name)) ?? 2;
    while (taken.has(key(candidate))) candidate = numberedFileName(name, number++);
    nextNumbers.set(key(name), number);
    taken.add(key(candidate));
    return candidate;
  });
}

/** The names of folders made safe as those of files are, outermost first; what is no name of its own is left out. */
export function safeFolders(folders: readonly string[]): string[] {
  const names = folders.filter((name) => !/^[. ]*$/.test(name)).map(safeFileName);
  // The innermost ones say more.
  return names.slice(-MAX_FOLDER_DEPTH);
}

/** The same for files that are saved together, each in its folders: only those of one folder may not have one name. */
export function safeFilePaths(
  files: readonly { readonly name: string; readonly folders?: readonly string[] }[],
): { readonly name: string; readonly folders: readonly string[] }[] {
  const folders = files.map((file) => safeFolders(file.folders ?? []));
  const byFolder = new Map<string, number[]>();
  for (const [index, path] of folders.entries()) {
    const folder = key(path.join('/'));
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), index]);
  }
  const names = new Map<number, string>();
  for (const indexes of byFolder.values()) {
    const safe = safeFileNames(indexes.map((index) => files[index]?.name ?? ''));
    for (const [at, index] of indexes.entries()) names.set(index, safe[at] ?? 'file');
  }
  return files.map((_, index) => ({ name: names.get(index) ?? 'file', folders: folders[index] ?? [] }));
}

/** `report.pdf` → `report (2).pdf`. `name` must be a safe one. */
export function numberedFileName(name: string, number: number): string {
  const suffix = ` (${number})`;
  const extension = extensionOf(name);
  const stem = trim(name.slice(0, name.length - extension.length)) || 'file';
  return shorten(stem, suffix.length + extension.length, utf8Length(suffix + extension)) + suffix + extension;
}

/** Whether opening a file of this name may run something. */
export function isProgramName(name: string): boolean {
  return PROGRAM_EXTENSIONS.has(extensionOf(name).slice(1).toLowerCase());
}

/** The extension with its dot; empty where there is none. */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot);
}

/** File systems that ignore case fold both ways: `ß` and `ẞ`, `ſ` and `s` are one there. */
function key(name: string): string {
  return name.toUpperCase().toLowerCase();
}

function cut(name: string): string {
  if (name.length <= MAX_LENGTH && utf8Length(name) <= MAX_BYTES) return name;
  const extension = extensionOf(name);
  if (extension.length > MAX_EXTENSION_LENGTH || extension.length < 2) return trim(shorten(name, 0, 0));
  const stem = name.slice(0, name.length - extension.length);
  return shorten(stem, extension.length, utf8Length(extension)) + extension;
}

/** The beginning of `text` that leaves so much room, never half a character. */
function shorten(text: string, keptLength: number, keptBytes: number): string {
  let length = keptLength;
  let bytes = keptBytes;
  let result = '';
  for (const character of text) {
    length += character.length;
    bytes += utf8Length(character);
    if (length > MAX_LENGTH || bytes > MAX_BYTES) break;
    result += character;
  }
  return result;
}

/** Without spaces at either end, and without dots at the end, which Windows drops. */
function trim(name: string): string {
  return name.replace(/^ +|[ .]+$/g, '');
}
