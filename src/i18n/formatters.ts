// The browser's own formatters, each made once: making one takes a tenth of a millisecond, and a list of files needs hundreds.

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateTimeFormats = new Map<string, Intl.DateTimeFormat>();

/** As `new Intl.NumberFormat(language, options)` writes numbers. */
export function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(numberFormats, language, options, () => new Intl.NumberFormat(language, options));
}

/** As `new Intl.DateTimeFormat(language, options)` writes times. */
export function dateTimeFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(dateTimeFormats, language, options, () => new Intl.DateTimeFormat(language, options));
}

/** There are a handful of languages and options, so that none is ever dropped. */
function once<Format>(
  known: Map<string, Format>,
  language: string,
  options: object,
  make: () => Format,
): Format {
  const key = `${language} ${JSON.stringify(options)}`;
  const format = known.get(key) ?? make();
  known.set(key, format);
  return format;
}
