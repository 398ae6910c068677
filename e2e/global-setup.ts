// Builds what the stories run against, if it is not built already.

import { buildIfNeeded } from '../scripts/build-if-needed.mjs';

export default async function globalSetup(): Promise<void> {
  await buildIfNeeded();
}
