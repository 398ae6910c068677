import { describe, expect, it } from 'vitest';
import { Healing } from './healing.ts';

function healing(isRestarting: boolean) {
  const done: string[] = [];
  const negotiation = {
    isWaiting: false,
    restart: () => {
      done.push('restart');
      negotiation.isWaiting = true;
    },
    renew: () => void done.push('renew'),
    repeat: () => void (negotiation.isWaiting && done.push('repeat')),
  };
  const subject = new Healing({
    negotiation,
    isRestarting,
    sendNote: (note) => done.push(`note ${note.type}`),
    onHopeless: () => done.push('hopeless'),
  });
  let nowMs = 0;
  const pass = (ms: number) => {
    const endMs = nowMs + ms;
    while (nowMs < endMs) {
      nowMs += 500;
      subject.tick(nowMs);
    }
  };
  return { subject, negotiation, done, pass };
}

describe('healing', () => {
  it('restarts once, and repeats the offer until it is answered', () => {
    const { subject, done, pass } = healing(true);
    subject.begin(0);
    pass(4_500);
    expect(done).toEqual(['restart', 'repeat', 'repeat', 'repeat']);
  });

  it('first has an offer answered that was under way', () => {
    const { subject, negotiation, done, pass } = healing(true);
    negotiation.isWaiting = true;
    subject.begin(0);
    pass(1_500);
    expect(new Set(done)).toEqual(new Set(['repeat']));
    negotiation.isWaiting = false;
    pass(1_500);
    expect(done.at(-1)).toBe('restart');
  });

  it('restarts again where what was agreed on does not work, and then gives up', () => {
    const { subject, negotiation, done, pass } = healing(true);
    subject.begin(0);
    for (let round = 0; round < 20; round++) {
      negotiation.isWaiting = false;
      pass(1_500);
    }
    expect(done.filter((what) => what === 'restart')).toHaveLength(4);
    expect(done).toContain('hopeless');
  });

  it('does not restart for every break of a line that is often late', () => {
    const { subject, negotiation, done, pass } = healing(true);
    subject.begin(0);
    negotiation.isWaiting = false;
    subject.end();
    pass(2_000);
    subject.begin(2_000);
    subject.end();
    expect(done).toEqual(['restart']);
    pass(6_000);
    subject.begin(8_000);
    expect(done).toEqual(['restart', 'restart']);
  });

  it('never gives up while nobody answers', () => {
    const { subject, done, pass } = healing(true);
    subject.begin(0);
    pass(1_200_000);
    expect(done).not.toContain('hopeless');
    expect(done.filter((what) => what === 'restart')).toHaveLength(1);
  });

  it('asks for it on the side that does not offer', () => {
    const { subject, done, pass } = healing(false);
    subject.begin(0);
    pass(3_000);
    expect(done).toEqual(['note restart', 'note restart', 'note restart']);
  });

  it('looks anew once there is a network again, and only while it heals', () => {
    const { subject, done } = healing(true);
    subject.renew(0);
    expect(done).toEqual([]);
    subject.begin(0);
    subject.renew(0);
    expect(done).toEqual(['restart', 'renew']);
    const other = healing(false);
    other.subject.begin(0);
    other.subject.renew(0);
    expect(other.done).toEqual(['note restart', 'note restart']);
  });

  it('does nothing any more once the line is whole', () => {
    const { subject, done, pass } = healing(true);
    subject.begin(0);
    subject.end();
    pass(10_000);
    expect(done).toEqual(['restart']);
  });
});
