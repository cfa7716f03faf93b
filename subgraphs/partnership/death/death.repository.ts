import type { Writing } from '../../../platform/db/write-unit.js';

/** When a child died, under one record's own id. */
export interface NotedDeath {
  readonly childId: string;
  /** YYYY-MM-DD; null where none is known, or none any longer. */
  readonly diedOn: string | null;
}

/** Notes when children died, for children the unit was opened to change: every domain is told it with its permits. */
export async function noteDeaths(writing: Writing, deaths: readonly NotedDeath[]): Promise<void> {
  const rows = deaths.map(({ childId, diedOn }) => ({ child_id: childId, died_on: diedOn }));
  await writing.query('select access.note_deaths($1, $2)', ['T1', JSON.stringify(rows)]);
}
