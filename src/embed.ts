// Entry of the launcher, for pages of other sites: as a module script, or imported. Defines `<deskside-support>` once,
// however often and in however many versions it is loaded.

import { DesksideSupport } from './launcher/deskside-support.ts';

// Where there is no browser there is nothing to define.
const registry = globalThis.customElements;
if (registry !== undefined && registry.get('deskside-support') === undefined) {
  registry.define('deskside-support', DesksideSupport);
}

export { DesksideSupport };
