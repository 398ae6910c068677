// The technician's own screen, on both sides: every state × every event.

import { describe, expect, it } from 'vitest';
import { rowsOf } from './testing/state-table.ts';
import {
  nextOwnScreenState,
  nextViewerState,
  OWN_SCREEN_OFF,
  type OwnScreenEvent,
  type OwnScreenState,
  VIEWER_OFF,
  type ViewerEvent,
  type ViewerState,
} from './viewer-state.ts';

describe('the viewer at the customer’s', () => {
  const open: ViewerState = { phase: 'open' };
  const closed: ViewerState = { phase: 'closed' };
  const states = { off: VIEWER_OFF, open, closed } satisfies Record<string, ViewerState>;
  const events = {
    started: { type: 'started' },
    stopped: { type: 'stopped' },
    closed: { type: 'closed' },
    opened: { type: 'opened' },
  } satisfies Record<string, ViewerEvent>;
  const rows = rowsOf<ViewerState, ViewerEvent, keyof typeof states, keyof typeof events>(states, events, {
    off: { started: open, stopped: 'same', closed: 'same', opened: 'same' },
    open: { started: 'same', stopped: VIEWER_OFF, closed, opened: 'same' },
    closed: { started: 'same', stopped: VIEWER_OFF, closed: 'same', opened: open },
  });

  it.each(rows)('$name', ({ before, event, expected }) => {
    const after = nextViewerState(before, event);
    if (expected === 'same') expect(after).toBe(before);
    else expect(after).toEqual(expected);
  });
});

describe('the technician’s own screen', () => {
  const choosing: OwnScreenState = { phase: 'choosing' };
  const shown: OwnScreenState = { phase: 'sharing', surface: 'monitor', isViewerOpen: true };
  const closed: OwnScreenState = { ...shown, isViewerOpen: false };
  const failed: OwnScreenState = { phase: 'off', problem: 'screen-source-failed' };
  const notSent: OwnScreenState = { phase: 'off', problem: 'screen-not-sent' };
  const states = { off: OWN_SCREEN_OFF, failed, choosing, closed, shown } satisfies Record<
    string,
    OwnScreenState
  >;
  const events = {
    choose: { type: 'choose' },
    captured: { type: 'captured', surface: 'monitor' },
    captureFailed: { type: 'capture-failed', code: 'screen-source-failed' },
    changed: { type: 'changed', surface: 'browser' },
    notSent: { type: 'not-sent' },
    stopped: { type: 'stopped' },
    viewerOpen: { type: 'viewer', isOpen: true },
    viewerClosed: { type: 'viewer', isOpen: false },
  } satisfies Record<string, OwnScreenEvent>;
  const nothing = {
    choose: 'same',
    captured: 'same',
    captureFailed: 'same',
    changed: 'same',
    notSent: 'same',
    stopped: 'same',
    viewerOpen: 'same',
    viewerClosed: 'same',
  } as const;
  const rows = rowsOf<OwnScreenState, OwnScreenEvent, keyof typeof states, keyof typeof events>(
    states,
    events,
    {
      off: { ...nothing, choose: choosing },
      failed: { ...nothing, choose: choosing },
      choosing: { ...nothing, captured: closed, captureFailed: failed, stopped: OWN_SCREEN_OFF },
      closed: {
        ...nothing,
        changed: { ...closed, surface: 'browser' },
        notSent,
        stopped: OWN_SCREEN_OFF,
        viewerOpen: shown,
      },
      shown: {
        ...nothing,
        changed: { ...shown, surface: 'browser' },
        notSent,
        stopped: OWN_SCREEN_OFF,
        viewerClosed: closed,
      },
    },
  );

  it.each(rows)('$name', ({ before, event, expected }) => {
    const after = nextOwnScreenState(before, event);
    if (expected === 'same') expect(after).toBe(before);
    else expect(after).toEqual(expected);
  });
});
