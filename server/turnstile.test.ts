import { expect, it } from 'vitest';
import { Turnstile } from './turnstile.ts';

/** A task that ends when it is told to. */
function openTask() {
  let end = () => {};
  let hasBegun = false;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = () => {
    hasBegun = true;
    return done;
  };
  return { run, end: () => end(), hasBegun: () => hasBegun };
}

it('lets so many run, so many wait in their order, and turns the others away', async () => {
  const turnstile = new Turnstile(1, 2);
  const tasks = [openTask(), openTask(), openTask()];
  const runs = tasks.map(({ run }) => turnstile.run(run));
  await expect(turnstile.run(async () => {})).rejects.toMatchObject({ code: 'server-busy' });
  for (const [index, task] of tasks.entries()) {
    expect(tasks.map(({ hasBegun }) => hasBegun())).toEqual(tasks.map((_, i) => i <= index));
    task.end();
    await runs[index];
    await Promise.resolve();
  }
  await expect(turnstile.run(async () => 'again')).resolves.toBe('again');
});

it('goes on after a task that failed', async () => {
  const turnstile = new Turnstile(1, 0);
  await expect(turnstile.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(turnstile.run(async () => 1)).resolves.toBe(1);
});
