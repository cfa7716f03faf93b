import { isAttended, isPossible, type Session } from '../../../platform/code-sets/sessions.js';
import { groupBy } from '../../../platform/record/batch.js';
import type { AttentionFact } from '../../../platform/vocabulary/attention-fact.js';
import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';

/** School days running without any attendance from which it needs attention. Ours: a school week. */
const DAYS_RUNNING = 5;

/** A day of a child's registers on which something could be attended, and whether anything was. */
interface Day {
  readonly on: string;
  readonly attended: boolean;
}

/**
 * The times over which a child attended nothing for five school days or more, by the child's own registers, from the fifth of
 * them until the day on which the child next attended. A day on which nothing could be attended is stepped over. The sessions
 * are in order of time.
 */
export function absences(sessions: readonly Session[]): AttentionFact[] {
  const days = [...groupBy(sessions.filter(isPossible), ({ on }) => on)].map(([on, within]) => ({
    ...{ on, attended: within.some(isAttended) },
  }));
  return days.flatMap((day, at) => (!day.attended && (days[at - 1]?.attended ?? true) ? running(days, at) : []));
}

function running(days: readonly Day[], first: number): AttentionFact[] {
  const back = days.findIndex(({ attended }, at) => at > first && attended);
  const missed = days.slice(first, back === -1 ? days.length : back);
  const [since, from] = [missed[0]?.on, missed[DAYS_RUNNING - 1]?.on];
  if (since === undefined || from === undefined) return [];
  const [last, before] = [missed.at(-1)?.on ?? from, days[first - 1]?.on];
  const attended = before === undefined ? '' : ` Last attended on ${dayInWords(before)}.`;
  return [
    {
      ...{
        key: `NOT_ATTENDED/${since}`,
        kind: 'NOT_ATTENDED',
        facet: null,
        since,
        from,
        until: days[back]?.on ?? null,
      },
      fact: `Attended nothing on ${String(missed.length)} school days running, up to ${dayInWords(last)}.${attended}`,
    },
  ];
}
