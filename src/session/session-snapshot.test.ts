import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerSnapshot, technicianSnapshot } from './session-snapshot.fake.ts';
import { decodeSnapshot } from './session-snapshot.ts';

const snapshots = [customerSnapshot, technicianSnapshot];

/** Every way to a value within `value`. */
function pathsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

function withChange(value: unknown, path: readonly string[], change: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change;
  const copy: unknown = Array.isArray(value) ? [...value] : { ...(value as object) };
  (copy as Record<string, unknown>)[key] = withChange((value as Record<string, unknown>)[key], rest, change);
  return copy;
}

describe('what is kept of a session', () => {
  it.each(snapshots)('comes back as it was, for the $role', (snapshot) => {
    expect(decodeSnapshot(structuredClone(snapshot))).toEqual(snapshot);
    expect(decodeSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
  });

  it.each<[string, unknown]>([
    ['of another version', { ...customerSnapshot, version: 1 }],
    ['of no role', { ...customerSnapshot, role: 'spy' }],
    ['of the other role', { ...customerSnapshot, role: 'technician' }],
    ['cut off', { ...customerSnapshot, journal: undefined }],
    [
      'with messages that were never sent',
      { ...customerSnapshot, ledger: { ...customerSnapshot.ledger, sentNo: 3 } },
    ],
    [
      'with messages out of order',
      {
        ...customerSnapshot,
        ledger: {
          ...customerSnapshot.ledger,
          unconfirmed: customerSnapshot.ledger.unconfirmed.toReversed(),
        },
      },
    ],
    [
      'with too much in it',
      { ...customerSnapshot, transfers: Array(10_001).fill(customerSnapshot.transfers[0]) },
    ],
    ['that is nothing', null],
    ['that is text', 'snapshot'],
  ])('is not read when it is %s', (_, value) => {
    expect(decodeSnapshot(value)).toBeNull();
  });

  it('is read whole or not at all, whatever is changed in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...snapshots), fc.nat(), fc.jsonValue(), (snapshot, pick, garbage) => {
        const paths = pathsIn(snapshot);
        const changed = withChange(snapshot, paths[pick % paths.length] ?? [], garbage);
        const decoded = decodeSnapshot(changed);
        // What is read is what stands there, less what nobody knows.
        if (decoded !== null) expect(changed).toMatchObject(decoded);
      }),
      { numRuns: 2_000 },
    );
  });
});
