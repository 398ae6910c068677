// A request's body, which anybody may have written.

import type { Context } from 'hono';

/** What the body says; `null` when it is no JSON. */
export async function readJson(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    return null;
  }
}
