import { fallsOf, type Tally, type WeekTally } from '../../../platform/code-sets/attendance-fell.js';
import { nextMonday } from '../../../platform/code-sets/register-week.js';
import { isAttended, isPossible, type Session } from '../../../platform/code-sets/sessions.js';
import { unexplainedDays } from '../../../platform/code-sets/unexplained-days.js';
import { groupBy } from '../../../platform/record/batch.js';
import type { AttentionFact } from '../../../platform/vocabulary/attention-fact.js';
import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import { absences } from './absences.js';

/** A child's week, all registers together, each session once. */
interface OwnWeek extends WeekTally {
  readonly sessions: readonly Session[];
}

const of = ({ attended, possible }: Tally): string => `${String(attended)} of ${String(possible)}`;

/**
 * What of a child's registers needs attention, from the child's sessions in order of time: a week in which attendance fell, two
 * school days running without a reason, days on which nothing was attended, a part-time timetable. The rules are the
 * partnership's own.
 */
export function registerAttention(sessions: readonly Session[]): AttentionFact[] {
  const weeks = [...groupBy(sessions, ({ weekBeginning }) => weekBeginning)].map(([weekBeginning, within]) => ({
    ...{ weekBeginning, sessions: within },
    possible: within.filter(isPossible).length,
    attended: within.filter(isAttended).length,
  }));
  return [...falls(weeks), ...unexplained(sessions), ...absences(sessions), ...partTime(weeks)];
}

const falls = (weeks: readonly OwnWeek[]): AttentionFact[] =>
  fallsOf(weeks).map(({ week, before }) => ({
    ...inWeek('ATTENDANCE_FELL', week.weekBeginning, week.weekBeginning),
    fact: `Attended ${of(week)} sessions; ${of(before)} over the four weeks before.`,
  }));

/** Each two days running of a week as one: since the first of them. */
function unexplained(sessions: readonly Session[]): AttentionFact[] {
  const week = new Map(sessions.map(({ on, weekBeginning }) => [on, weekBeginning]));
  const found = groupBy(unexplainedDays(sessions), ({ second }) => week.get(second) ?? '');
  return [...found].flatMap(([monday, [days]]) =>
    days === undefined
      ? []
      : {
          ...inWeek('UNEXPLAINED_ABSENCE', monday, days.first),
          from: days.second,
          fact: `Absent with no reason given yet on two school days running, the first of them ${dayInWords(days.first)}.`,
        },
  );
}

function partTime(weeks: readonly OwnWeek[]): AttentionFact[] {
  return weeks.flatMap(({ weekBeginning, sessions }) => {
    const marked = sessions.filter(({ code }) => code === 'C2');
    const [first] = marked;
    const count = `${String(marked.length)} ${marked.length === 1 ? 'session' : 'sessions'}`;
    const fact = `On a part-time timetable for ${count} of the week.`;
    return first === undefined ? [] : [{ ...inWeek('PART_TIME', weekBeginning, first.on), fact }];
  });
}

/** Something of one week, which needs attention in it. */
const inWeek = (kind: AttentionFact['kind'], monday: string, since: string): Omit<AttentionFact, 'fact'> => ({
  ...{ key: `${kind}/${monday}`, kind, facet: null, since, from: since, until: nextMonday(monday) },
});
