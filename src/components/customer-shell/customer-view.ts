// Which of its views the shell shows.

import type { ErrorCode } from '../../protocol/deskside-error.ts';
import { assertNever } from '../../session/assert-never.ts';
import type { CustomerState } from '../../session/customer-session.ts';
import type { ConnectStep } from '../../session/ports.ts';
import type { EndedState } from '../end-page/end-page.ts';
import type { CustomerStage } from './customer-stage.ts';

export type CustomerView =
  | { readonly kind: 'link'; readonly problem: ErrorCode | null; readonly text: string }
  | { readonly kind: 'loading' }
  | { readonly kind: 'elsewhere'; readonly name: string; readonly isMoving: boolean }
  | { readonly kind: 'invite-failed'; readonly code: ErrorCode; readonly canRetry: boolean }
  | {
      readonly kind: 'invitation';
      readonly failure: { readonly code: ErrorCode; readonly step: ConnectStep } | null;
    }
  | { readonly kind: 'connecting'; readonly step: ConnectStep }
  | { readonly kind: 'session' }
  | { readonly kind: 'ended'; readonly ended: EndedState };

/** The view of a stage; `state` is that of its session, where it has one. */
export function viewOf(stage: CustomerStage, state: CustomerState | null): CustomerView {
  switch (stage.phase) {
    case 'no-link':
      return { kind: 'link', problem: stage.problem, text: stage.text ?? '' };
    case 'loading':
      return { kind: 'loading' };
    case 'elsewhere':
      return { kind: 'elsewhere', name: stage.technician.name, isMoving: stage.isMoving };
    case 'invite-failed':
      return { kind: 'invite-failed', code: stage.code, canRetry: stage.canRetry };
    case 'invited':
      return state === null ? { kind: 'loading' } : viewOfSession(state);
    default:
      return assertNever(stage);
  }
}

function viewOfSession({ connection }: CustomerState): CustomerView {
  switch (connection.phase) {
    // The customer's side never waits for anybody; were it to, the invitation would still be right.
    case 'idle':
    case 'waiting':
      return { kind: 'invitation', failure: null };
    case 'failed':
      return { kind: 'invitation', failure: connection };
    case 'connecting':
      return { kind: 'connecting', step: connection.step };
    case 'connected':
    case 'interrupted':
      return { kind: 'session' };
    case 'ended':
      return { kind: 'ended', ended: connection };
    default:
      return assertNever(connection);
  }
}
