// HTML as text in which nothing from outside is ever markup: whatever is put in is escaped, unless it was made here.

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export class Markup {
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  /** What a template makes: its own text as it stands, what is put in escaped. */
  static of(strings: TemplateStringsArray, values: readonly MarkupValue[]): Markup {
    return new Markup(strings.reduce((text, part, index) => text + escaped(values[index - 1]) + part));
  }
}

type MarkupValue = string | number | Markup | readonly Markup[] | null | undefined;

/** A template of HTML, for double-quoted attributes and for text. */
export function markup(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return Markup.of(strings, values);
}

function escaped(value: MarkupValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map((part: Markup) => part.text).join('\n');
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
