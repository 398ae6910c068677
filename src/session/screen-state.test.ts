// Both sides' view of the customer's screen: every state × every event.

import { describe, expect, it } from 'vitest';
import {
  CUSTOMER_SCREEN_OFF,
  type CustomerScreenEvent,
  type CustomerScreenState,
  nextCustomerScreenState,
} from './customer-screen-state.ts';
import {
  nextTechnicianScreenState,
  TECHNICIAN_SCREEN_OFF,
  type TechnicianScreenEvent,
  type TechnicianScreenState,
} from './technician-screen-state.ts';
import { rowsOf } from './testing/state-table.ts';

describe('the screen, as the customer’s side decides it', () => {
  const sharing: CustomerScreenState = {
    phase: 'sharing',
    surface: 'monitor',
    showsThisPage: false,
    isWatched: true,
    isPaused: false,
    isChanging: false,
    problem: null,
  };
  const paused: CustomerScreenState = { ...sharing, isPaused: true };
  const changing: CustomerScreenState = { ...sharing, isChanging: true };
  const unwatched: CustomerScreenState = { ...sharing, isWatched: false };
  const requested = (requestId: string): CustomerScreenState => ({ phase: 'requested', requestId });
  const choosing = (requestId: string | null): CustomerScreenState => ({ phase: 'choosing', requestId });
  const off = CUSTOMER_SCREEN_OFF;
  const changed: CustomerScreenState = { ...sharing, surface: 'browser', showsThisPage: true };

  const states = {
    off,
    requested: requested('r1'),
    choosing: choosing('r1'),
    choosingUnasked: choosing(null),
    sharing,
    unwatched,
    paused,
    changing,
  } satisfies Record<string, CustomerScreenState>;
  const events = {
    requested: { type: 'requested', requestId: 'r2' },
    withdrawn: { type: 'withdrawn', requestId: 'r1' },
    withdrawnOther: { type: 'withdrawn', requestId: 'r9' },
    declined: { type: 'declined' },
    choose: { type: 'choose' },
    captured: { type: 'captured', surface: 'monitor', showsThisPage: false },
    failed: { type: 'capture-failed', code: 'screen-source-failed' },
    changed: { type: 'changed', surface: 'browser', showsThisPage: true },
    unview: { type: 'view', isWatching: false },
    view: { type: 'view', isWatching: true },
    pause: { type: 'paused', isPaused: true },
    resume: { type: 'paused', isPaused: false },
    change: { type: 'change' },
    stopped: { type: 'stopped' },
  } satisfies Record<string, CustomerScreenEvent>;
  const failed: CustomerScreenState = { phase: 'off', problem: 'screen-source-failed' };

  const rows = rowsOf<CustomerScreenState, CustomerScreenEvent, keyof typeof states, keyof typeof events>(
    states,
    events,
    {
      off: {
        requested: requested('r2'),
        withdrawn: 'same',
        withdrawnOther: 'same',
        declined: 'same',
        choose: choosing(null),
        captured: 'same',
        failed: 'same',
        changed: 'same',
        unview: 'same',
        view: 'same',
        pause: 'same',
        resume: 'same',
        change: 'same',
        stopped: off,
      },
      requested: {
        requested: requested('r2'),
        withdrawn: { phase: 'off', problem: null, answer: 'withdrawn' },
        withdrawnOther: 'same',
        declined: { phase: 'off', problem: null, answer: 'declined' },
        choose: choosing('r1'),
        captured: 'same',
        failed: 'same',
        changed: 'same',
        unview: 'same',
        view: 'same',
        pause: 'same',
        resume: 'same',
        change: 'same',
        stopped: off,
      },
      choosing: {
        requested: choosing('r2'),
        withdrawn: choosing(null),
        withdrawnOther: 'same',
        declined: 'same',
        choose: 'same',
        captured: sharing,
        failed,
        changed: 'same',
        unview: 'same',
        view: 'same',
        pause: 'same',
        resume: 'same',
        change: 'same',
        stopped: off,
      },
      choosingUnasked: {
        requested: choosing('r2'),
        withdrawn: 'same',
        withdrawnOther: 'same',
        declined: 'same',
        choose: 'same',
        captured: sharing,
        failed,
        changed: 'same',
        unview: 'same',
        view: 'same',
        pause: 'same',
        resume: 'same',
        change: 'same',
        stopped: off,
      },
      sharing: {
        requested: 'same',
        withdrawn: 'same',
        withdrawnOther: 'same',
        declined: 'same',
        choose: 'same',
        captured: 'same',
        failed: 'same',
        changed,
        unview: unwatched,
        view: 'same',
        pause: paused,
        resume: 'same',
        change: changing,
        stopped: off,
      },
      unwatched: {
        requested: 'same',
        withdrawn: 'same',
        withdrawnOther: 'same',
        declined: 'same',
        choose: 'same',
        captured: 'same',
        failed: 'same',
        changed: { ...changed, isWatched: false },
        unview: 'same',
        view: sharing,
        pause: { ...unwatched, isPaused: true },
        resume: 'same',
        change: { ...unwatched, isChanging: true },
        stopped: off,
      },
      paused: {
        requested: 'same',
        withdrawn: 'same',
        withdrawnOther: 'same',
        declined: 'same',
        choose: 'same',
        captured: 'same',
        failed: 'same',
        changed: { ...changed, isPaused: true },
        unview: { ...paused, isWatched: false },
        view: 'same',
        pause: 'same',
        resume: sharing,
        change: { ...paused, isChanging: true },
        stopped: off,
      },
      changing: {
        requested: 'same',
        withdrawn: 'same',
        withdrawnOther: 'same',
        declined: 'same',
        choose: 'same',
        captured: sharing,
        failed: { ...sharing, problem: 'screen-source-failed' },
        changed: { ...changed, isChanging: true },
        unview: { ...changing, isWatched: false },
        view: 'same',
        pause: { ...changing, isPaused: true },
        resume: 'same',
        change: 'same',
        stopped: off,
      },
    },
  );

  it.each(rows)('$name', ({ before, event, expected }) => {
    const after = nextCustomerScreenState(before, event);
    if (expected === 'same') expect(after).toBe(before);
    else expect(after).toEqual(expected);
  });
});

describe('the screen, as the technician’s side mirrors it', () => {
  const off = (
    reason: 'declined' | 'failed' | 'unsupported' | 'stopped-by-customer',
  ): TechnicianScreenState => ({
    phase: 'off',
    reason,
  });
  const requesting: TechnicianScreenState = { phase: 'requesting', requestId: 'r1' };
  const shared: TechnicianScreenState = {
    phase: 'shared',
    surface: 'monitor',
    isWatching: true,
    isPaused: false,
    isSending: true,
  };
  const unwatched: TechnicianScreenState = { ...shared, isWatching: false };

  const states = {
    off: TECHNICIAN_SCREEN_OFF,
    declined: off('declined'),
    unsupported: off('unsupported'),
    requesting,
    shared,
    unwatched,
  } satisfies Record<string, TechnicianScreenState>;
  const events = {
    introduced: { type: 'introduced', canShareScreen: true },
    introducedUnable: { type: 'introduced', canShareScreen: false },
    request: { type: 'request', requestId: 'r1' },
    withdraw: { type: 'withdraw' },
    refused: { type: 'refused', requestId: 'r1', reason: 'declined' },
    refusedOther: { type: 'refused', requestId: 'r9', reason: 'declined' },
    shared: { type: 'state', sharing: { surface: 'monitor', isPaused: false, isSending: true } },
    notShared: { type: 'state', sharing: null },
    watch: { type: 'watch', isWatching: true },
    unwatch: { type: 'watch', isWatching: false },
  } satisfies Record<string, TechnicianScreenEvent>;

  const rows = rowsOf<TechnicianScreenState, TechnicianScreenEvent, keyof typeof states, keyof typeof events>(
    states,
    events,
    {
      off: {
        introduced: 'same',
        introducedUnable: off('unsupported'),
        request: requesting,
        withdraw: 'same',
        refused: 'same',
        refusedOther: 'same',
        shared,
        notShared: 'same',
        watch: 'same',
        unwatch: 'same',
      },
      declined: {
        introduced: 'same',
        introducedUnable: off('unsupported'),
        request: requesting,
        withdraw: 'same',
        refused: 'same',
        refusedOther: 'same',
        shared,
        notShared: 'same',
        watch: 'same',
        unwatch: 'same',
      },
      unsupported: {
        introduced: 'same',
        introducedUnable: off('unsupported'),
        request: 'same',
        withdraw: 'same',
        refused: 'same',
        refusedOther: 'same',
        shared,
        notShared: 'same',
        watch: 'same',
        unwatch: 'same',
      },
      requesting: {
        introduced: 'same',
        introducedUnable: off('unsupported'),
        request: 'same',
        withdraw: TECHNICIAN_SCREEN_OFF,
        refused: off('declined'),
        refusedOther: 'same',
        shared,
        notShared: 'same',
        watch: 'same',
        unwatch: 'same',
      },
      shared: {
        introduced: 'same',
        introducedUnable: off('unsupported'),
        request: 'same',
        withdraw: 'same',
        refused: 'same',
        refusedOther: 'same',
        shared,
        notShared: off('stopped-by-customer'),
        watch: 'same',
        unwatch: unwatched,
      },
      unwatched: {
        introduced: 'same',
        introducedUnable: off('unsupported'),
        request: 'same',
        withdraw: 'same',
        refused: 'same',
        refusedOther: 'same',
        shared: unwatched,
        notShared: off('stopped-by-customer'),
        watch: shared,
        unwatch: 'same',
      },
    },
  );

  it.each(rows)('$name', ({ before, event, expected }) => {
    const after = nextTechnicianScreenState(before, event);
    if (expected === 'same') expect(after).toBe(before);
    else expect(after).toEqual(expected);
  });
});
