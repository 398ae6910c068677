// Finds the web addresses in a message. Pure: it makes parts, never markup.

export type MessagePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

const CANDIDATE = /\bhttps?:\/\/[^\s<>"`\u2028\u2029\ufffd]+/gi;

/** Directional embeddings, overrides and isolates (UAX #9), which can make text look like what it is not. */
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/g;

const TRAILING = new Set(".,;:!?'’”»…*_~|");
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Cuts `text` into plain text and links. Directional controls become visible replacement characters. */
export function linkify(text: string): MessagePart[] {
  const safe = text.replaceAll(BIDI_CONTROL, '\ufffd');
  const parts: MessagePart[] = [];
  let done = 0;
  for (const match of safe.matchAll(CANDIDATE)) {
    const address = withoutTrailing(match[0]);
    const href = hrefOf(address);
    if (href === null) continue;
    if (match.index > done) parts.push({ kind: 'text', text: safe.slice(done, match.index) });
    parts.push({ kind: 'link', text: address, href });
    done = match.index + address.length;
  }
  if (done < safe.length) parts.push({ kind: 'text', text: safe.slice(done) });
  return parts;
}

/** The address without the punctuation of the sentence around it; a bracket opened inside may close. */
function withoutTrailing(address: string): string {
  let end = address.length;
  while (end > 0) {
    const last = address.charAt(end - 1);
    const opening = BRACKETS[last];
    const kept = address.slice(0, end);
    const isUnopened = opening !== undefined && count(kept, last) > count(kept, opening);
    if (!TRAILING.has(last) && !isUnopened) break;
    end -= 1;
  }
  return address.slice(0, end);
}

/** The address that a browser would open; `null` for anything but http and https without credentials. */
function hrefOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, username, password, href } = new URL(address);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  // "https://your-bank.example@elsewhere.example" only looks like the first.
  return isWeb && username === '' && password === '' ? href : null;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
