import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  ALL_PERMITTED,
  configuredPermissionsSchema,
  isFilePermitted,
  permissionsSchema,
  permittedByBoth,
} from './permissions.ts';

const file = (name: string, sizeBytes = 10) => ({ name, sizeBytes });

describe('what is permitted', () => {
  it('is everything, where nothing is configured', () => {
    expect(v.parse(configuredPermissionsSchema, {})).toEqual(ALL_PERMITTED);
  });

  it('is on the wire said in full', () => {
    expect(v.is(permissionsSchema, ALL_PERMITTED)).toBe(true);
    for (const name of Object.keys(ALL_PERMITTED)) {
      expect(v.is(permissionsSchema, { ...ALL_PERMITTED, [name]: undefined })).toBe(false);
    }
  });

  it('is what both allow', () => {
    const one = { ...ALL_PERMITTED, filesToCustomer: false, maxFileBytes: 5, fileTypes: ['pdf', 'log'] };
    const other = { ...ALL_PERMITTED, technicianScreen: false, maxFileBytes: 9, fileTypes: ['log', 'zip'] };
    const both = {
      filesToCustomer: false,
      filesToTechnician: true,
      technicianScreen: false,
      maxFileBytes: 5,
      fileTypes: ['log'],
    };
    expect(permittedByBoth(one, other)).toEqual(both);
    expect(permittedByBoth(other, one)).toEqual(both);
    expect(permittedByBoth(one, ALL_PERMITTED)).toEqual(one);
    expect(permittedByBoth(ALL_PERMITTED, one)).toEqual(one);
  });

  it('is a file up to its size', () => {
    const permissions = { ...ALL_PERMITTED, maxFileBytes: 10 };
    expect(isFilePermitted(permissions, file('a', 10))).toBe(true);
    expect(isFilePermitted(permissions, file('a', 11))).toBe(false);
  });

  it.each([
    ['report.pdf', true],
    ['REPORT.PDF', true],
    ['archive.tar.log', true],
    ['report.pdf.exe', false],
    ['report', false],
    ['pdf', false],
    // What Windows takes off, and what turns the way a name is read.
    ['report.exe.', false],
    ['report.pdf ', true],
    ['evil\u202Efdp.exe', false],
    ['../../x.pdf', true],
  ])('is, of kinds that are named, %j: %s', (name, isPermitted) => {
    expect(isFilePermitted({ ...ALL_PERMITTED, fileTypes: ['pdf', 'log'] }, file(name))).toBe(isPermitted);
  });
});
