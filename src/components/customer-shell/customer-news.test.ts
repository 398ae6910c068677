import { expect, it } from 'vitest';
import type { Transfer } from '../../session/transfer-state.ts';
import { DrivenSession } from '../customer-states.ts';
import { type CustomerNews, newsBetween } from './customer-news.ts';

/** Everything that was news while a session ran. */
function follow({ session }: DrivenSession): CustomerNews[] {
  const news: CustomerNews[] = [];
  let before = session.state.value;
  session.state.subscribe(() => {
    news.push(...newsBetween(before, session.state.value));
    before = session.state.value;
  });
  return news;
}

it('tells of a session from its start to its end', async () => {
  const driven = new DrivenSession();
  const news = follow(driven);
  await driven.joined();
  await driven.sharing();
  driven.hear('Hello').say('Hi');
  driven.session.stopSharing();
  driven.end('technician');
  expect(news).toEqual([
    { type: 'deskside-session-start' },
    { type: 'deskside-share-start' },
    { type: 'deskside-message', detail: { from: 'technician' } },
    { type: 'deskside-message', detail: { from: 'customer' } },
    { type: 'deskside-share-stop' },
    { type: 'deskside-session-end', detail: { by: 'technician', durationMs: 252_000 } },
  ]);
});

it('tells that sharing stopped when the session ends in the middle of it', async () => {
  const driven = await (await new DrivenSession().joined()).sharing();
  const news = follow(driven);
  driven.end('customer');
  expect(news.map(({ type }) => type)).toEqual(['deskside-share-stop', 'deskside-session-end']);
});

it('tells of a screen that is chosen while joining only once somebody is there', async () => {
  const driven = new DrivenSession();
  const news = follow(driven);
  driven.session.join({ shareScreen: true });
  driven.capture.picker.resolve(driven.screen);
  await driven.arrived();
  expect(news.map(({ type }) => type)).toEqual(['deskside-session-start', 'deskside-share-start']);
});

it('tells of a file once it is whole, and not of one that is on its way', async () => {
  const { session } = await new DrivenSession().joined();
  const before = session.state.value;
  const transfer = (id: string, direction: Transfer['direction'], phase: 'offered' | 'done') =>
    ({ id, direction, progress: { phase } }) as Transfer;
  const holding = (...transfers: Transfer[]) => ({ ...before, files: { ...before.files, transfers } });
  const coming = holding(transfer('a', 'incoming', 'offered'), transfer('b', 'outgoing', 'offered'));
  const there = holding(transfer('a', 'incoming', 'done'), transfer('b', 'outgoing', 'done'));
  expect(newsBetween(before, coming)).toEqual([]);
  expect(newsBetween(coming, there)).toEqual([
    { type: 'deskside-file', detail: { from: 'technician' } },
    { type: 'deskside-file', detail: { from: 'customer' } },
  ]);
  expect(newsBetween(there, holding(...there.files.transfers))).toEqual([]);
});

it('tells no start or end of an interruption', async () => {
  const driven = await new DrivenSession().joined();
  const news = follow(driven);
  driven.connection.change({ status: 'interrupted', cause: 'line' });
  driven.connection.change({ status: 'connected' });
  expect(news).toEqual([]);
});

it.each([
  [
    'a failed connection',
    (driven: DrivenSession) => driven.failed('peer', 'technician-absent'),
    'technician-absent',
  ],
  ['a lost one', async (driven: DrivenSession) => (await driven.joined()).end('nobody'), 'connection-lost'],
  [
    'a screen that is not shared',
    async (driven: DrivenSession) => (await driven.joined()).pickerFailed('screen-denied-by-system'),
    'screen-denied-by-system',
  ],
])('tells the code of %s once', async (_, drive, code) => {
  const driven = new DrivenSession();
  const news = follow(driven);
  await drive(driven);
  expect(news.filter(({ type }) => type === 'deskside-error')).toEqual([
    { type: 'deskside-error', detail: { code } },
  ]);
});
