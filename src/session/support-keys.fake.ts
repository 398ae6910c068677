// A fake of the port that makes support keys: one after the other, and none where the test says so.

import { DesksideError, type ErrorCode } from '../protocol/deskside-error.ts';
import type { SupportKey } from '../protocol/support-key.ts';
import type { SupportKeys } from './ports.ts';

export class FakeSupportKeys implements SupportKeys {
  readonly made: SupportKey[] = [];
  /** Why no key can be had. */
  problem: ErrorCode | null = null;

  async make(): Promise<SupportKey> {
    if (this.problem !== null) throw new DesksideError(this.problem);
    const key = { routing: `012${this.made.length}`, secret: '45678' };
    this.made.push(key);
    return key;
  }
}
