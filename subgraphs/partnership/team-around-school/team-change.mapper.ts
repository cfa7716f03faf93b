import type { AgendaChange } from './agenda-item-change.row.js';
import { type TeamChange, TeamChangeKind } from './team-change.type.js';

const kinds: Readonly<Record<AgendaChange | 'RECORDED' | 'COMPLETED', TeamChangeKind>> = {
  RAISED: TeamChangeKind.RAISED,
  OPENED: TeamChangeKind.OPENED,
  DECLINED: TeamChangeKind.DECLINED,
  RENEWED: TeamChangeKind.RENEWED,
  OUTCOME_RECORDED: TeamChangeKind.OUTCOME_RECORDED,
  CLOSED: TeamChangeKind.CLOSED,
  RECORDED: TeamChangeKind.RECORDED,
  COMPLETED: TeamChangeKind.COMPLETED,
};

/** What was done, as stored. */
interface Stored {
  readonly version: number;
  readonly change: keyof typeof kinds;
  readonly recordedAt: string;
  readonly actorName: string;
  readonly actorRole: string;
  readonly words: string | null;
}

/** Who did what, as clients see it. Every field is named: a new column is never shown by accident. */
export function toChange(stored: Stored, safeguards: boolean): TeamChange {
  const { version, change, recordedAt, actorName, actorRole, words } = stored;
  const decided = change === 'OPENED' || change === 'DECLINED';
  return {
    version,
    change: kinds[change],
    at: recordedAt,
    by: actorName,
    role: actorRole,
    words: decided && !safeguards ? null : words,
  };
}
