import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { technicianWords } from '../../i18n/en/technician.ts';
import { technicianWords as portuguese } from '../../i18n/pt-br/technician.ts';
import type { SignInWays } from '../../protocol/session-api.ts';
import type { TechnicianSignIn } from './technician-sign-in.ts';
import './technician-sign-in.ts';

const PASSWORD: SignInWays = { password: true, oidc: null };
const ORGANISATION: SignInWays = { password: false, oidc: { organisation: 'ACME Support' } };
const LINK_ONLY: SignInWays = { password: false, oidc: null };

const username = page.getByRole('textbox', { name: 'Username' });
// What is typed into it is no text to a screen reader, so it has no role.
const password = page.getByLabelText('Password');
const submit = page.getByRole('button', { name: 'Sign in', exact: true });
const organisation = page.getByRole('button', { name: 'Sign in with ACME Support' });

async function show(ways: SignInWays, changes: Partial<TechnicianSignIn> = {}): Promise<TechnicianSignIn> {
  const element = document.createElement('deskside-technician-sign-in');
  Object.assign(element, { words: technicianWords, ways, ...changes });
  document.body.append(element);
  await element.updateComplete;
  return element;
}

/** The details of one kind of event that reach the page. */
function heard(element: TechnicianSignIn, type: string): unknown[] {
  const details: unknown[] = [];
  element.addEventListener(type, (event) => details.push((event as CustomEvent<unknown>).detail));
  return details;
}

afterEach(() => document.body.replaceChildren());

describe('with accounts', () => {
  it('asks for username and password, which a password manager may fill in', async () => {
    const element = await show(PASSWORD);
    const requests = heard(element, 'deskside-sign-in-request');
    await expect.element(username).toHaveAttribute('autocomplete', 'username');
    await expect.element(password).toHaveAttribute('autocomplete', 'current-password');
    await expect.element(password).toHaveAttribute('type', 'password');
    await username.fill('ana');
    await password.fill(' a password with spaces ');
    await userEvent.keyboard('{Enter}');
    expect(requests).toEqual([{ username: 'ana', password: ' a password with spaces ' }]);
  });

  it('begins at the username, and asks for nothing before both are there', async () => {
    const element = await show(PASSWORD);
    const requests = heard(element, 'deskside-sign-in-request');
    element.focus();
    await userEvent.keyboard('ana{Enter}');
    await expect.element(username).toHaveValue('ana');
    expect(requests).toEqual([]);
  });

  it('says that somebody is being signed in, and takes no second request meanwhile', async () => {
    const element = await show(PASSWORD, { isBusy: true });
    const requests = heard(element, 'deskside-sign-in-request');
    await expect.element(page.getByRole('status')).toHaveTextContent('Signing in…');
    await username.fill('ana');
    await password.fill('a password for tests');
    await userEvent.keyboard('{Enter}');
    expect(requests).toEqual([]);
    await expect.element(submit).toHaveAttribute('aria-disabled', 'true');
  });

  it.each(['password-refused', 'sign-in-limited', 'server-unreachable'] as const)(
    'says what went wrong (%s), and keeps what was typed',
    async (code) => {
      const element = await show(PASSWORD);
      await username.fill('ana');
      await password.fill('a wrong password');
      element.problem = code;
      await expect.element(page.getByRole('alert')).toHaveTextContent(`Code: ${code}`);
      await expect.element(username).toHaveValue('ana');
      await expect.element(password).toHaveValue('a wrong password');
    },
  );

  it('has no place for the console’s token', async () => {
    await show(PASSWORD);
    await expect.element(page.getByRole('textbox', { name: 'Console token' })).not.toBeInTheDocument();
  });
});

describe('with the organisation’s own sign-in', () => {
  it('goes there in one press', async () => {
    const element = await show(ORGANISATION);
    const requests = heard(element, 'deskside-oidc-request');
    await organisation.click();
    expect(requests).toHaveLength(1);
    await expect.element(username).not.toBeInTheDocument();
  });

  it('offers it beside the password', async () => {
    await show({ ...ORGANISATION, password: true });
    await expect.element(organisation).toBeVisible();
    await expect.element(submit).toBeVisible();
  });

  it('says that it is yours where nobody has said its name', async () => {
    await show({ password: false, oidc: { organisation: null } });
    await expect.element(page.getByRole('button', { name: 'Sign in with your organisation' })).toBeVisible();
  });

  it.each(['oidc-unreachable', 'oidc-failed', 'oidc-not-allowed', 'technician-blocked'] as const)(
    'says why it came to nothing (%s), and lets one begin again',
    async (problem) => {
      await show(ORGANISATION, { problem });
      await expect.element(page.getByRole('alert')).toHaveTextContent(`Code: ${problem}`);
      await expect.element(organisation).toBeVisible();
    },
  );
});

describe('with nothing but the console’s link', () => {
  it('says where that is, and takes its token', async () => {
    const element = await show(LINK_ONLY);
    const requests = heard(element, 'deskside-sign-in-request');
    await expect.element(page.getByText(technicianWords.signIn.intro)).toBeVisible();
    await page
      .getByRole('textbox', { name: 'Console token' })
      .fill('https://help.example/technician.html#abc');
    await submit.click();
    expect(requests).toEqual([{ token: 'abc' }]);
  });
});

it('speaks Portuguese when it gets Portuguese words', async () => {
  await show({ ...ORGANISATION, password: true }, { words: portuguese });
  await expect.element(page.getByRole('textbox', { name: 'Nome de usuário' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Entrar com ACME Support' })).toBeVisible();
});
