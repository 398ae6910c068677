// The built pages, in memory: a few small files, read and compressed once at start. A request is a look-up in a
// map, so no address leads anywhere else. Knows nothing of what the files are for.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { errorCodeOf } from './error-code.ts';

export type Encoding = 'br' | 'gzip' | 'identity';

interface StaticFile {
  readonly contentType: string;
  readonly cacheControl: string;
  readonly bodies: Readonly<
    Record<Encoding, { readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string } | null>
  >;
}

/** Files by the path under which they are served. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Kept, and asked about each time. */
const REVALIDATED = 'no-cache';

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

/** Reads the files of a built folder; `null` when there is no such folder. */
export async function loadStaticFiles(folder: string): Promise<StaticFiles | null> {
  const paths = await filesBelow(folder);
  if (paths === null) return null;
  const entries = await Promise.all(
    paths.map(async (path) => {
      const name = `/${path.split(sep).join('/')}`;
      return [name, await prepare(name, new Uint8Array(await readFile(join(folder, path))))] as const;
    }),
  );
  const files = new Map<string, StaticFile>(entries);
  const index = files.get('/index.html');
  if (index) files.set('/', index);
  return files;
}

/** The best encoding that an Accept-Encoding header allows (RFC 9110 section 12.5.3) and the file has. */
export function chooseEncoding(file: StaticFile, acceptEncoding: string | undefined): Encoding {
  const accepted = new Set<string>();
  for (const item of (acceptEncoding ?? '').toLowerCase().split(',')) {
    const [coding = '', ...parameters] = item.split(';').map((part) => part.trim());
    if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) accepted.add(coding);
  }
  if (file.bodies.br && accepted.has('br')) return 'br';
  if (file.bodies.gzip && accepted.has('gzip')) return 'gzip';
  return 'identity';
}

async function filesBelow(folder: string): Promise<string[] | null> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length));
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function prepare(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<StaticFile> {
  const contentType = CONTENT_TYPES[extname(name)] ?? 'application/octet-stream';
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const isText = /charset|wasm/.test(contentType);
  const packed = async (encoding: 'br' | 'gzip') => {
    const smaller = new Uint8Array(await compress(encoding, bytes));
    return smaller.length < bytes.length ? { bytes: smaller, etag: `"${hash}-${encoding}"` } : null;
  };
  return {
    contentType,
    // Vite puts a hash of the content into the names of what it places there.
    cacheControl: name.startsWith('/assets/') ? IMMUTABLE : REVALIDATED,
    bodies: {
      identity: { bytes, etag: `"${hash}"` },
      gzip: isText ? await packed('gzip') : null,
      br: isText ? await packed('br') : null,
    },
  };
}

function compress(encoding: 'br' | 'gzip', bytes: Uint8Array): Promise<Buffer> {
  if (encoding === 'gzip') return gzipAsync(bytes, { level: 9 });
  return brotliAsync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}
