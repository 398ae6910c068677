// A number that only grows, one for each of a few reasons that are known beforehand: so nothing that somebody sends
// can become a label. With it, how numbers are written in Prometheus' text format.

/** One line of numbers under a name; without a label there is one. */
type Sample = readonly [labels: string, value: number];

export class Counter<Reason extends string> {
  readonly #name: string;
  readonly #help: string;
  readonly #label: string;
  readonly #counts: Map<Reason, number>;

  /** @param name begins with `deskside_` and ends with `_total`. */
  constructor(name: string, help: string, label: string, reasons: readonly Reason[]) {
    this.#name = name;
    this.#help = help;
    this.#label = label;
    this.#counts = new Map(reasons.map((reason) => [reason, 0]));
  }

  add(reason: Reason): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
  }

  toString(): string {
    const samples = Array.from(
      this.#counts,
      ([reason, count]): Sample => [`{${this.#label}="${reason}"}`, count],
    );
    return family(this.#name, this.#help, 'counter', samples);
  }
}

/** A number that is read now. */
export function gauge(name: string, help: string, value: number): string {
  return family(name, help, 'gauge', [['', value]]);
}

function family(name: string, help: string, type: 'counter' | 'gauge', samples: readonly Sample[]): string {
  const lines = samples.map(([labels, value]) => `${name}${labels} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}
