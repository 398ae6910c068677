import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProgramName, safeFileName, safeFileNames, safeFilePaths, safeFolders } from './file-name.ts';
import { utf8Length } from './utf8-length.ts';

const RLO = '\u202e';

describe('a name from the other side', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['Relatório de março (2).pdf', 'Relatório de março (2).pdf'],
    ['.gitignore', '.gitignore'],
    ['archive.tar.gz', 'archive.tar.gz'],
    // Paths
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\Windows\\win.ini', 'win.ini'],
    ['C:\\autoexec.bat', 'autoexec.bat'],
    ['C:autoexec.bat', 'C_autoexec.bat'],
    ['\\\\server\\share\\file.txt', 'file.txt'],
    ['folder/', 'folder'],
    ['/', 'file'],
    ['..', 'file'],
    ['.', 'file'],
    ['...', 'file'],
    ['a/..', 'file'],
    ['', 'file'],
    // What is invisible or reorders
    [`invoice${RLO}fdp.exe`, 'invoicefdp.exe'],
    ['a\u2066b\u2069.txt', 'ab.txt'],
    ['a\u200b\u200c\u200d\ufeff\u2060.txt', 'a.txt'],
    ['a\0b\n\r\t\u007f\u0085.txt', 'ab.txt'],
    ['a\u2028b.txt', 'ab.txt'],
    ['\ud800x.txt', 'x.txt'],
    ['soft\u00adhyphen.txt', 'softhyphen.txt'],
    [`photo.jpg${' '.repeat(100)}.exe`, 'photo.jpg .exe'],
    [`photo.jpg${'\u3164'.repeat(100)}.exe`, 'photo.jpg .exe'],
    ['a\u00a0b\u3000c.txt', 'a b c.txt'],
    // NFC
    ['re\u0301sume\u0301.txt', 'r\u00e9sum\u00e9.txt'],
    ['e\u200b\u0301.txt', '\u00e9.txt'],
    // Forbidden somewhere
    ['a<b>c:d"e|f?g*h.txt', 'a_b_c_d_e_f_g_h.txt'],
    ['file.txt:hidden.exe', 'file.txt_hidden.exe'],
    ['name.', 'name'],
    ['name.txt. . .', 'name.txt'],
    ['  name.txt  ', 'name.txt'],
    // Devices of Windows
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['nul.tar.gz', '_nul.tar.gz'],
    ['Aux .txt', '_Aux .txt'],
    ['COM0', '_COM0'],
    ['com¹.txt', '_com¹.txt'],
    ['LPT9', '_LPT9'],
    ['CONIN$', '_CONIN$'],
    ['console.log', 'console.log'],
    ['com10.txt', 'com10.txt'],
    ['../NUL', '_NUL'],
    ['NUL\u200b', '_NUL'],
    ['NUL...', '_NUL'],
  ])('%j becomes %j', (given, expected) => {
    expect(safeFileName(given)).toBe(expected);
  });

  it('of any length is cut to a bounded one and keeps its extension', () => {
    const cut = safeFileName(`${'a'.repeat(5_000)}.pdf`);
    expect(cut).toMatch(/^a{196}\.pdf$/);
    expect(safeFileName(`${'漢'.repeat(300)}.docx`)).toBe(`${'漢'.repeat(75)}.docx`);
    expect(safeFileName(`${'👋'.repeat(300)}.png`)).toBe(`${'👋'.repeat(56)}.png`);
    expect(safeFileName(`a.${'b'.repeat(500)}`)).toHaveLength(200);
  });

  const hostile = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '/',
        '\\',
        '..',
        '.',
        ' ',
        RLO,
        '\u200b',
        'CON',
        'lpt1',
        '.exe',
        'a'.repeat(150),
        '漢'.repeat(90),
      ),
      fc.constantFrom('\u0301', '<', '\u0338', '\u1100', '\u1161', ':', '\ud83d', '\ude00'),
    ),
    { maxLength: 8 },
  );

  it('whatever it is, ends up harmless, and the same when it is done twice', () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        const name = safeFileName(parts.join(''));
        expect(name).not.toBe('');
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(name).not.toMatch(/^ |[ .]$| {2}/);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i);
        expect(name.normalize('NFC')).toBe(name);
        expect(name.length).toBeLessThanOrEqual(200);
        expect(utf8Length(name)).toBeLessThanOrEqual(230);
        expect(utf8Length(name)).toBe(new TextEncoder().encode(name).length);
        expect(safeFileName(name)).toBe(name);
      }),
      { numRuns: 3_000 },
    );
  });

  it('keeps what it says about programs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (stem) => {
        expect(isProgramName(safeFileName(`${stem}.ExE`))).toBe(true);
      }),
    );
  });
});

describe('names of files that are saved together', () => {
  it('are all different, whatever the letters’ case', () => {
    expect(safeFileNames(['a.txt', 'b/a.txt', 'A.TXT', 'a (2).txt', 'c', 'c'])).toEqual([
      'a.txt',
      'a (2).txt',
      'A (3).TXT',
      'a (2) (2).txt',
      'c',
      'c (2)',
    ]);
  });

  it('stay safe and within their length when they are numbered', () => {
    const name = fc.constantFrom(
      '',
      'x',
      'CON',
      '..',
      '.exe',
      'a .b',
      `${'a'.repeat(300)}.pdf`,
      '漢'.repeat(200),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), (names) => {
        const safe = safeFileNames(names);
        expect(new Set(safe.map((each) => each.toLowerCase())).size).toBe(names.length);
        for (const each of safe) expect(safeFileName(each)).toBe(each);
      }),
    );
  });
});

describe('folders from the other side', () => {
  it('are made safe one by one, and lead nowhere else', () => {
    expect(safeFolders(['Photos', '..', '.', ' ', 'a/b', 'nul', `x${RLO}y. `, '...'])).toEqual([
      'Photos',
      'b',
      '_nul',
      'xy',
    ]);
    expect(safeFolders(Array.from({ length: 20 }, (_, index) => `f${index}`))).toHaveLength(16);
  });

  it('never hold a separator or a step out, whatever was sent', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }), (folders) => {
        for (const name of safeFolders(folders)) {
          expect(safeFileName(name)).toBe(name);
          expect(name).not.toMatch(/^\.*$|[/\\]/);
        }
      }),
    );
  });

  it('give files of the same name room for both, in any case of letters', () => {
    const file = (...path: string[]) => ({ folders: path.slice(0, -1), name: path.at(-1) ?? '' });
    const paths = safeFilePaths([file('A', 'x.txt'), file('a', 'X.txt'), file('b', 'x.txt'), file('x.txt')]);
    expect(paths.map(({ folders, name }) => [...folders, name].join('/'))).toEqual([
      'A/x.txt',
      'a/X (2).txt',
      'b/x.txt',
      'x.txt',
    ]);
  });
});

describe('a program', () => {
  it.each([
    'setup.exe',
    'SETUP.EXE',
    'a.pdf.scr',
    'x.lnk',
    'x.docm',
    'x.dmg',
    'x.command',
    'x.desktop',
    'x.AppImage',
    'x.ps1',
    'x.iso',
    '.bat',
  ])('is known by its name: %s', (name) => {
    expect(isProgramName(name)).toBe(true);
  });

  it.each(['report.pdf', 'exe', 'photo.jpg', 'notes.txt', 'sheet.xlsx', 'exe.txt', 'archive.zip'])(
    'is not %s',
    (name) => {
      expect(isProgramName(name)).toBe(false);
    },
  );
});
