// Technicians as those who have signed in: by the console's link, and by an account.

import { ALL_PERMITTED } from '../../src/protocol/permissions.ts';
import type { Technician } from '../technician.ts';
import { TechnicianAccounts } from '../technician-accounts.ts';
import { silentLog } from './silent-log.ts';
import { ANA } from './test-accounts.ts';
import { testConfig } from './test-config.ts';

export const BY_LINK: Technician = {
  grounds: { way: 'link' },
  profile: testConfig().technician,
  permissions: ALL_PERMITTED,
};
export const BY_ACCOUNT: Technician = new TechnicianAccounts(null, ALL_PERMITTED, silentLog).technicianOf(
  ANA,
);
