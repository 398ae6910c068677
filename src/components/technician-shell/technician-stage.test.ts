import { describe, expect, it } from 'vitest';
import { ANA, startSession } from '../technician-driven-session.ts';
import {
  emptyStage,
  neighbourOf,
  type ReadyStage,
  shownHandle,
  withoutSession,
  withSession,
  withShown,
} from './technician-stage.ts';

const handles = [1, 2, 3].map((number) => startSession(ANA, number).handle);
const [first, second, third] = handles.map(({ id }) => id);
const three: ReadyStage = handles.reduce(withSession, emptyStage(ANA));

describe('the list of sessions', () => {
  it('is without one in view at first, and shows each that is made', () => {
    expect(shownHandle(emptyStage(ANA))).toBeNull();
    expect(shownHandle(three)?.id).toBe(third);
    expect(three.sessions.map(({ id }) => id)).toEqual([first, second, third]);
  });

  it('shows another one that is there, and no other', () => {
    expect(withShown(three, first ?? '').shownId).toBe(first);
    expect(withShown(three, 'nobody')).toBe(three);
  });

  it('goes on with the neighbour of one that was closed in view', () => {
    const middle = withShown(three, second ?? '');
    expect(withoutSession(middle, second ?? '').shownId).toBe(third);
    expect(withoutSession(three, third ?? '').shownId).toBe(second);
    expect(withoutSession(three, first ?? '').shownId).toBe(third);
    const none = [first, second, third].reduce((stage, id) => withoutSession(stage, id ?? ''), three);
    expect(none.shownId).toBeNull();
  });

  it('is walked in a circle', () => {
    expect(neighbourOf(three, 1)?.id).toBe(first);
    expect(neighbourOf(three, -1)?.id).toBe(second);
    expect(neighbourOf(emptyStage(ANA), 1)).toBeNull();
  });
});
