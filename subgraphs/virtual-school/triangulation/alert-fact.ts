import type { Tally } from '../../../platform/code-sets/attendance-fell.js';
import { TriangulationAlertKind } from './triangulation-alert.type.js';

/** The figures that facts are told with. */
export interface WeekFigures {
  readonly thisWeek: Tally;
  /** Over the four calendar weeks before. */
  readonly before: Tally;
  /** Sessions of the week marked as absent by a part-time timetable. */
  readonly partTime: number;
}

const inWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

const day = (on: string): string => inWords.format(new Date(`${on}T00:00:00Z`));

const of = ({ attended, possible }: Tally): string => `${String(attended)} of ${String(possible)}`;

/** What was found, in one plain sentence. */
export function factOf(
  kind: TriangulationAlertKind,
  since: string,
  { thisWeek, before, partTime }: WeekFigures,
): string {
  switch (kind) {
    case TriangulationAlertKind.UNEXPLAINED:
      return `Absent with no reason given yet on two school days running, the first of them ${day(since)}.`;
    case TriangulationAlertKind.DROP:
      return `Attended ${of(thisWeek)} sessions; ${of(before)} over the four weeks before.`;
    case TriangulationAlertKind.PART_TIME:
      return `On a part-time timetable for ${String(partTime)} ${partTime === 1 ? 'session' : 'sessions'} of the week.`;
    case TriangulationAlertKind.SUSPENSION:
      return `Suspended or permanently excluded from ${day(since)}.`;
    case TriangulationAlertKind.SCHOOL_MOVE:
      return `Joined another school on ${day(since)}.`;
    case TriangulationAlertKind.WORKER_CHANGE:
      return `Came to another worker on ${day(since)}.`;
  }
}
