// How a session stands, in a few words: for the status line and for the page's title.

import type { TechnicianWords } from '../../i18n/en/technician.ts';
import { assertNever } from '../../session/assert-never.ts';
import type { ConnectionState } from '../../session/connection-state.ts';

/** One line that says how the connection to the customer stands. */
export function statusText({ status }: TechnicianWords, connection: ConnectionState): string {
  switch (connection.phase) {
    case 'idle':
      return status.gettingReady;
    case 'waiting':
      return status.waiting;
    case 'connecting':
      return { server: status.gettingReady, peer: status.peer, proof: status.proof }[connection.step];
    case 'connected':
      return status.connected;
    case 'interrupted':
      return status.reconnecting;
    case 'failed':
      return status.failed;
    case 'ended':
      if (connection.code === 'session-revoked') return status.revoked;
      if (connection.by === null) return status.lost;
      return connection.by === 'customer' ? status.endedByCustomer : status.endedByTechnician;
    default:
      return assertNever(connection);
  }
}
