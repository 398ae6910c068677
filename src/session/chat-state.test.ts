import { describe, expect, it } from 'vitest';
import { MAX_CHAT_ENTRIES } from '../protocol/limits.ts';
import { type ChatEntry, type ChatEvent, type ChatState, EMPTY_CHAT, nextChatState } from './chat-state.ts';

const theirs = (id: string): ChatEntry => ({ id, from: 'technician', text: `text of ${id}`, atMs: 1 });
const mine = (id: string): ChatEntry => ({ ...theirs(id), from: 'customer' });

const closed: ChatState = EMPTY_CHAT;
const open: ChatState = { ...EMPTY_CHAT, isOpen: true };
const unread: ChatState = { ...EMPTY_CHAT, entries: [theirs('a')], unreadCount: 1 };
const away: ChatState = { ...EMPTY_CHAT, isOpen: true, isLooking: false };

const rows: [string, ChatState, ChatEvent, ChatState | 'same'][] = [
  [
    'closed × sent',
    closed,
    { type: 'sent', entry: mine('x') },
    { ...closed, entries: [mine('x')], undelivered: ['x'] },
  ],
  [
    'open × sent',
    open,
    { type: 'sent', entry: mine('x') },
    { ...open, entries: [mine('x')], undelivered: ['x'] },
  ],
  [
    'unread × sent',
    unread,
    { type: 'sent', entry: mine('x') },
    { ...unread, entries: [theirs('a'), mine('x')], undelivered: ['x'] },
  ],
  [
    'waiting × delivered',
    { ...open, undelivered: ['x', 'y'] },
    { type: 'delivered', ids: ['x'] },
    { ...open, undelivered: ['y'] },
  ],
  ['open × delivered', open, { type: 'delivered', ids: ['x'] }, 'same'],
  [
    'closed × received',
    closed,
    { type: 'received', entry: theirs('b'), opens: false },
    { ...EMPTY_CHAT, entries: [theirs('b')], isOpen: false, unreadCount: 1 },
  ],
  [
    'open × received',
    open,
    { type: 'received', entry: theirs('b'), opens: false },
    { ...EMPTY_CHAT, entries: [theirs('b')], isOpen: true, unreadCount: 0 },
  ],
  [
    'unread × received',
    unread,
    { type: 'received', entry: theirs('b'), opens: false },
    { ...EMPTY_CHAT, entries: [theirs('a'), theirs('b')], isOpen: false, unreadCount: 2 },
  ],
  [
    'closed × received that opens',
    closed,
    { type: 'received', entry: theirs('b'), opens: true },
    { ...EMPTY_CHAT, entries: [theirs('b')], isOpen: true, unreadCount: 0 },
  ],
  [
    'unread × received that opens',
    unread,
    { type: 'received', entry: theirs('b'), opens: true },
    { ...EMPTY_CHAT, entries: [theirs('a'), theirs('b')], isOpen: true, unreadCount: 0 },
  ],
  ['unread × received again', unread, { type: 'received', entry: theirs('a'), opens: true }, 'same'],
  [
    'away × received',
    away,
    { type: 'received', entry: theirs('b'), opens: false },
    { ...away, entries: [theirs('b')], unreadCount: 1 },
  ],
  [
    'away × received that opens',
    { ...away, isOpen: false },
    { type: 'received', entry: theirs('b'), opens: true },
    { ...away, entries: [theirs('b')], unreadCount: 1 },
  ],
  ['away × looked', { ...away, unreadCount: 2 }, { type: 'looked', isLooking: true }, open],
  ['away and closed × looked', { ...unread, isLooking: false }, { type: 'looked', isLooking: true }, unread],
  ['away × looked away', away, { type: 'looked', isLooking: false }, 'same'],
  ['open × looked away', open, { type: 'looked', isLooking: false }, away],
  [
    'away × opened',
    { ...unread, isLooking: false },
    { type: 'opened' },
    { ...unread, isLooking: false, isOpen: true },
  ],
  ['away × closed', away, { type: 'closed' }, { ...away, isOpen: false }],
  ['closed × opened', closed, { type: 'opened' }, open],
  ['unread × opened', unread, { type: 'opened' }, { ...unread, isOpen: true, unreadCount: 0 }],
  ['open × opened', open, { type: 'opened' }, 'same'],
  ['closed × closed', closed, { type: 'closed' }, 'same'],
  ['open × closed', open, { type: 'closed' }, closed],
];

describe('the chat', () => {
  it.each(rows)('%s', (_, before, event, expected) => {
    const after = nextChatState(before, event);
    if (expected === 'same') expect(after).toBe(before);
    else expect(after).toEqual(expected);
  });

  it('keeps messages of both sides that happen to have one id', () => {
    const state = nextChatState(unread, { type: 'received', entry: mine('a'), opens: false });
    expect(state.entries).toHaveLength(2);
  });

  it('forgets the oldest when there are too many, whoever writes them', () => {
    let state = EMPTY_CHAT;
    for (let index = 0; index < MAX_CHAT_ENTRIES + 3; index++) {
      state = nextChatState(state, { type: 'received', entry: theirs(`m${index}`), opens: false });
    }
    expect(state.entries).toHaveLength(MAX_CHAT_ENTRIES);
    expect(state.entries[0]?.id).toBe('m3');
  });
});
