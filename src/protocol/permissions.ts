// What a technician's organisation allows in a session. The server says it with the invitation, so that the customer's
// side can hold to it whatever the technician's page does. Pure.

import * as v from 'valibot';
import { safeFileName } from './file-name.ts';

/** A kind of file, by the last part of its name: lower case, without the dot. */
export const fileTypeSchema = v.pipe(v.string(), v.toLowerCase(), v.regex(/^[a-z0-9_-]{1,16}$/));

const entries = {
  /** Whether the technician may send files. */
  filesToCustomer: v.boolean(),
  /** Whether the customer may send files. */
  filesToTechnician: v.boolean(),
  /** The largest file, in bytes; `null`: any size. */
  maxFileBytes: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  /** The only kinds of files; `null`: all. */
  fileTypes: v.nullable(v.pipe(v.array(fileTypeSchema), v.maxLength(100))),
  /** Whether the technician may show their own screen. */
  technicianScreen: v.boolean(),
};

/** Everything that there is to allow. */
export const ALL_PERMITTED: Permissions = {
  filesToCustomer: true,
  filesToTechnician: true,
  maxFileBytes: null,
  fileTypes: null,
  technicianScreen: true,
};

/** As it crosses the wire and is kept. */
export const permissionsSchema = v.object(entries);
export type Permissions = v.InferOutput<typeof permissionsSchema>;

/** As somebody configures it: what is not named is allowed, and what is unknown is a mistake. */
export const configuredPermissionsSchema = v.strictObject({
  filesToCustomer: v.optional(entries.filesToCustomer, ALL_PERMITTED.filesToCustomer),
  filesToTechnician: v.optional(entries.filesToTechnician, ALL_PERMITTED.filesToTechnician),
  maxFileBytes: v.optional(entries.maxFileBytes, ALL_PERMITTED.maxFileBytes),
  fileTypes: v.optional(entries.fileTypes, ALL_PERMITTED.fileTypes),
  technicianScreen: v.optional(entries.technicianScreen, ALL_PERMITTED.technicianScreen),
});

/** What both allow. */
export function permittedByBoth(one: Permissions, other: Permissions): Permissions {
  return {
    filesToCustomer: one.filesToCustomer && other.filesToCustomer,
    filesToTechnician: one.filesToTechnician && other.filesToTechnician,
    maxFileBytes: smaller(one.maxFileBytes, other.maxFileBytes),
    fileTypes: common(one.fileTypes, other.fileTypes),
    technicianScreen: one.technicianScreen && other.technicianScreen,
  };
}

/** Whether a file of that name and size may be sent, where files may be sent at all. */
export function isFilePermitted(
  { maxFileBytes, fileTypes }: Permissions,
  { name, sizeBytes }: { readonly name: string; readonly sizeBytes: number },
): boolean {
  if (maxFileBytes !== null && sizeBytes > maxFileBytes) return false;
  return fileTypes === null || fileTypes.includes(typeOf(name));
}

/** Of the name under which it would be saved: what a system would open it by. */
function typeOf(name: string): string {
  const [, type = ''] = /\.([^.]+)$/.exec(safeFileName(name)) ?? [];
  return type.toLowerCase();
}

function smaller(one: number | null, other: number | null): number | null {
  return one === null ? other : other === null ? one : Math.min(one, other);
}

function common(one: readonly string[] | null, other: readonly string[] | null): string[] | null {
  if (one === null || other === null) return one === null ? other && [...other] : [...one];
  return one.filter((type) => other.includes(type));
}
