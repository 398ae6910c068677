// In which folders a file was that a person chose or dropped with them. The browser tells it in different ways.

const folders = new WeakMap<File, readonly string[]>();

/** Notes where a dropped file was; `fullPath` begins with a slash, and ends with the file's own name (File and Directory Entries). */
export function noteFolders(file: File, fullPath: string): void {
  folders.set(file, fullPath.split('/').slice(1, -1));
}

/** The folders that were chosen or dropped with the file, outermost first. */
export function foldersOf(file: File): readonly string[] {
  return folders.get(file) ?? file.webkitRelativePath.split('/').slice(0, -1);
}

/** A name as it is shown, with the folders before it. */
export function pathText(name: string, within: readonly string[] = []): string {
  return [...within, name].join('/');
}
