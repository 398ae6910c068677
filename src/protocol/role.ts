// The two sides of a session.

export type Role = 'technician' | 'customer';

/** The role of the other side. */
export function otherRole(role: Role): Role {
  return role === 'technician' ? 'customer' : 'technician';
}
