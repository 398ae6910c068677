// Everything that is left to chance, from one seed, so that what went wrong can be repeated.

/** Values that tend to be where nobody expected them. */
const ODD = [
  null,
  true,
  '',
  '0',
  '__proto__',
  'constructor',
  '\u0000\uD800\u202E',
  'x'.repeat(5_000),
  -1,
  0,
  1,
  1.5,
  2 ** 31,
  2 ** 32,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 1,
  1e308,
  [],
  {},
  [[[[]]]],
  Array.from({ length: 600 }, (_, index) => index),
] as const;

export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, not including, 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new RangeError('nothing to pick from');
    return from[this.below(from.length)] as T;
  }

  times<T>(count: number, make: (index: number) => T): T[] {
    return Array.from({ length: count }, (_, index) => make(index));
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256));
  }

  text(length: number): string {
    return String.fromCharCode(...this.times(length, () => this.below(this.chance(0.8) ? 128 : 65_536)));
  }

  /** Anything that JSON can say. */
  json(depth = 3): unknown {
    if (depth === 0 || this.chance(0.4)) return this.pick(ODD);
    if (this.chance(0.3)) return this.times(this.below(5), () => this.json(depth - 1));
    const key = () => (this.chance(0.5) ? 'type' : this.text(1 + this.below(8)));
    return Object.fromEntries(this.times(this.below(5), () => [key(), this.json(depth - 1)]));
  }

  /** The same value but for one place in it: another value, one field less, or one more. */
  damaged(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || this.chance(0.1)) return this.pick(ODD);
    if (Array.isArray(value)) {
      if (value.length === 0) return [this.pick(ODD)];
      const at = this.below(value.length);
      return value.map((item, index) => (index === at ? this.damaged(item) : item));
    }
    const fields = Object.entries(value);
    const [name, inside] = fields.length === 0 ? ['', null] : this.pick(fields);
    if (this.chance(0.1)) return { ...value, [this.text(3)]: this.pick(ODD) };
    if (this.chance(0.1)) return Object.fromEntries(fields.filter(([other]) => other !== name));
    return { ...value, [name]: this.damaged(inside) };
  }

  /** The same bytes but for one thing. */
  damagedBytes(bytes: Uint8Array): Uint8Array {
    const copy = Uint8Array.from(bytes);
    const view = new DataView(copy.buffer);
    const at = this.below(copy.length);
    switch (this.below(6)) {
      case 0:
        return copy.subarray(0, at);
      case 1:
        return Uint8Array.of(...copy, ...this.bytes(1 + this.below(16)));
      case 2:
        if (copy.length > 0) view.setUint8(at, this.below(256));
        return copy;
      case 3:
        // Most numbers begin near the front of a frame.
        if (copy.length >= 5) view.setUint32(this.below(Math.min(20, copy.length - 3)), this.number(32));
        return copy;
      case 4:
        if (copy.length >= 9) {
          view.setBigUint64(this.below(Math.min(20, copy.length - 7)), BigInt(this.number(64)));
        }
        return copy;
      default:
        return copy;
    }
  }

  /** A number of so many bits, mostly a small one or one at an edge. */
  number(bits: 32 | 64): number {
    const most = bits === 32 ? 2 ** 32 - 1 : Number.MAX_SAFE_INTEGER;
    return this.pick([0, 1, 2, this.below(10), this.below(65_536), most - 1, most, this.below(2 ** 32)]);
  }
}
