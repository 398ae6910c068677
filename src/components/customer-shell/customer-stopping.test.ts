// Stopping everything at once, and reporting a session.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { button, consent, endQuestion, showJoined, toolbar } from './shell-fixture.ts';

const endPage = page.getByRole('heading', { name: 'Session ended' });
const reportDialog = page.getByRole('dialog', { name: 'Report this session' });

beforeEach(() => page.viewport(1280, 800));
afterEach(() => document.body.replaceChildren());

describe('stopping everything', () => {
  it('ends sharing and the session without a question', async () => {
    const driven = await showJoined();
    const { session, screen } = await driven.sharing();
    await button('Stop everything').click();
    await expect.element(endPage).toBeVisible();
    await expect.element(endQuestion).not.toBeInTheDocument();
    expect(screen.isStopped).toBe(true);
    expect(session.state.value.connection).toMatchObject({ phase: 'ended', by: 'customer' });
  });

  it.each(['{Control>}{Shift>}x{/Shift}{/Control}', '{Meta>}{Shift>}X{/Shift}{/Meta}'])(
    'takes one press of keys, wherever the focus is: %s',
    async (keys) => {
      const driven = await showJoined();
      driven.requested();
      await expect.element(consent).toBeVisible();
      await userEvent.keyboard(keys);
      await expect.element(endPage).toBeVisible();
    },
  );

  it('takes those keys from the collapsed toolbar too', async () => {
    const driven = await showJoined();
    driven.collapse();
    await expect.element(button('Stop everything')).not.toBeInTheDocument();
    await userEvent.keyboard('{Control>}{Shift>}x{/Shift}{/Control}');
    await expect.element(endPage).toBeVisible();
  });

  it('is not what other keys do', async () => {
    await showJoined();
    await userEvent.keyboard('{Control>}x{/Control}{Shift>}x{/Shift}');
    await expect.element(toolbar).toBeVisible();
  });

  it('says its keys beside the button', async () => {
    await showJoined();
    await expect.element(button('Stop everything')).toHaveAccessibleDescription(/Shift|⇧/);
  });
});

describe('reporting', () => {
  it('ends the session, unless that is not wanted, and shows the reference in front of its end', async () => {
    const driven = await showJoined();
    await button('Report this session…').click();
    await reportDialog.getByRole('radio', { name: 'Something else' }).click();
    await reportDialog.getByRole('button', { name: 'Send report' }).click();
    await expect.element(page.getByText('Report received, reference BCDF-1234')).toBeVisible();
    await button('Close').click();
    await expect.element(endPage).toBeVisible();
    expect(driven.reports).toEqual([{ reason: 'other', text: '' }]);
  });

  it('is possible after the end', async () => {
    const driven = await showJoined();
    driven.end('technician');
    await expect.element(endPage).toBeVisible();
    await button('Report this session…').click();
    await expect.element(reportDialog).toBeVisible();
  });
});
