// The file of named technicians, as text: what may stand in it, read as a whole or not at all. Pure; when it is read is
// in technician-accounts.ts, and who writes it in technician-command.ts.

import * as v from 'valibot';
import { configuredPermissionsSchema } from '../src/protocol/permissions.ts';
import { passwordHashSchema } from './password-hash.ts';
import { shownNameSchema } from './shown-name.ts';
import { usernameSchema } from './technician.ts';

/** Far more than a thousand technicians need. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;
const MAX_TECHNICIANS = 1_000;
const MAX_ORGANISATIONS = 100;

export const emailSchema = v.pipe(v.string(), v.maxLength(254), v.regex(/^[^\s@]+@[^\s@]+$/));

const accountSchema = v.strictObject({
  username: usernameSchema,
  name: shownNameSchema,
  organisation: v.exactOptional(shownNameSchema),
  email: v.exactOptional(emailSchema),
  passwordHash: passwordHashSchema,
  permissions: v.exactOptional(configuredPermissionsSchema),
});
export type Account = v.InferOutput<typeof accountSchema>;

const fileSchema = v.strictObject({
  technicians: v.pipe(
    v.array(accountSchema),
    v.maxLength(MAX_TECHNICIANS),
    v.checkItems(
      ({ username }, index, all) => all.findIndex((each) => each.username === username) === index,
      'a username stands there twice',
    ),
  ),
  organisations: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ name: shownNameSchema, permissions: configuredPermissionsSchema })),
      v.maxLength(MAX_ORGANISATIONS),
    ),
  ),
});
export type TechniciansFile = v.InferOutput<typeof fileSchema>;

export type TechniciansFileResult =
  | { readonly ok: true; readonly file: TechniciansFile }
  /** What is wrong, without anything that stands in the file: a hash is nobody's business. */
  | { readonly ok: false; readonly reason: string };

/** Reads the file's text. */
export function decodeTechniciansFile(text: string): TechniciansFileResult {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'it is not JSON' };
  }
  const result = v.safeParse(fileSchema, content, { abortEarly: true });
  if (result.success) return { ok: true, file: result.output };
  const [issue] = result.issues;
  return { ok: false, reason: `${v.getDotPath(issue) ?? 'the whole'} is missing, unknown, or not allowed` };
}

/** The file's text. */
export function encodeTechniciansFile(file: TechniciansFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
