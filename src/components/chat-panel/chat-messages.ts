// The messages of a chat as templates: who, when, what. What people wrote is text and links, never markup.

import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { SharedWords } from '../../i18n/en/shared.ts';
import type { Role } from '../../protocol/role.ts';
import type { ChatEntry } from '../../session/chat-state.ts';
import { linkify, type MessagePart } from './linkify.ts';

/** A pause after which the next message of the same author is headed by name and time again, in ms. */
const GROUP_MS = 5 * 60_000;

export interface MessageView {
  readonly words: SharedWords;
  readonly self: Role;
  readonly otherName: string;
  /** Ids of own messages that wait to be sent. */
  readonly undelivered: readonly string[];
}

/** All messages, oldest first. */
export function renderMessages(entries: readonly ChatEntry[], view: MessageView): TemplateResult[] {
  const time = new Intl.DateTimeFormat(localeFor(view.words.language), {
    hour: 'numeric',
    minute: '2-digit',
  });
  return entries.map((entry, index) => {
    const before = entries[index - 1];
    const isFirst = before?.from !== entry.from || entry.atMs - before.atMs > GROUP_MS;
    return renderMessage(entry, isFirst, time, view);
  });
}

/** The person's own variety of the page's language: how one tells the time differs between them. */
function localeFor(language: string): string {
  const primary = language.slice(0, 2);
  return navigator.languages.find((locale) => locale.slice(0, 2) === primary) ?? language;
}

function renderMessage(
  entry: ChatEntry,
  isFirst: boolean,
  time: Intl.DateTimeFormat,
  { words, self, otherName, undelivered }: MessageView,
): TemplateResult {
  const isOwn = entry.from === self;
  const author = isOwn ? words.chat.you : otherName;
  const date = new Date(entry.atMs);
  return html`
    <div class=${classMap({ message: true, own: isOwn, first: isFirst })}>
      ${
        isFirst
          ? html`<p class="by">
              <span class="author" dir="auto">${author}</span>
              <time datetime=${date.toISOString()}>${time.format(date)}</time>
            </p>`
          : html`<span class="visually-hidden">${words.chat.sentBy(author)}</span>`
      }
      <p class="text" dir="auto">${linkify(entry.text).map(renderPart)}</p>
      ${isOwn && undelivered.includes(entry.id) ? html`<p class="waiting">${words.chat.undelivered}</p>` : nothing}
    </div>
  `;
}

function renderPart(part: MessagePart): TemplateResult | string {
  return part.kind === 'text'
    ? part.text
    : html`<a href=${part.href} target="_blank" rel="noopener noreferrer">${part.text}</a>`;
}
