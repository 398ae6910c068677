// Technicians as those who have signed in: by the console's link, and by an account.

import type { Technician } from '../technician.ts';
import { technicianOf } from '../technician-accounts.ts';
import { ANA } from './test-accounts.ts';
import { testConfig } from './test-config.ts';

export const BY_LINK: Technician = { grounds: { way: 'link' }, profile: testConfig().technician };
export const BY_ACCOUNT: Technician = technicianOf(ANA);
