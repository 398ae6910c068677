// For tests of state machines: a table of every state with every event, as rows.

type Table<S, Names extends string, Events extends string> = Record<Names, Record<Events, S | 'same'>>;

/** One row for each state and event. `same` expects the very same state back. */
export function rowsOf<S, E, Names extends string, Events extends string>(
  states: Record<Names, S>,
  events: Record<Events, E>,
  table: Table<S, Names, Events>,
) {
  return (Object.keys(states) as Names[]).flatMap((state) =>
    (Object.keys(events) as Events[]).map((event) => ({
      name: `${state} × ${event}`,
      before: states[state],
      event: events[event],
      expected: table[state][event],
    })),
  );
}
