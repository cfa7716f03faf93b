import type { WeekOfAttendance } from '../picture/timeline-axis.js';
import { counted, words } from '../words/codes.js';
import { dayText, daysBetween } from '../words/dates.js';
import type { Happened } from './happened.js';
import type { Education, Enrolment, VirtualSchool } from './parts.js';
import { suspensionText } from './suspension-words.js';

/** The suspensions of this school year and the last; one that lies in both is told once. */
export function suspensionsOf({
  suspensions,
  suspensionsLastYear,
}: Education): NonNullable<typeof suspensions>['items'] {
  const now = suspensions?.items ?? [];
  const isNow = (startedOn: string, category: string): boolean =>
    now.some((one) => one.startedOn === startedOn && one.category === category);
  const before = (suspensionsLastYear?.items ?? []).filter((one) => !isNow(one.startedOn, one.category));
  return [...before, ...now];
}

function suspended(record: Education): Happened[] {
  const latest = record.suspensions?.items.at(-1);
  return suspensionsOf(record).map((one) => {
    const cancelled = one.cancelledOn === null ? '' : `Cancelled on ${dayText(one.cancelledOn)}`;
    const used =
      one === latest && record.suspensions
        ? `${record.suspensions.schoolDaysThisYear} of 45 school days used this school year`
        : '';
    return {
      on: one.startedOn,
      what: suspensionText(one),
      note: cancelled === '' ? used : cancelled,
      from: 'EDUCATION',
    };
  });
}

interface Move {
  readonly to: Enrolment;
  readonly before: Enrolment;
  /** Whether the child is on the roll of the school before as well. */
  readonly also: boolean;
}

/** The enrolments by which a child came to another school than the one before. */
export function movesOf(enrolments: readonly Enrolment[]): Move[] {
  return enrolments.flatMap((to) => {
    const before = enrolments
      .filter((one) => one.from < to.from && one.school.urn !== to.school.urn)
      .toSorted((one, other) => one.from.localeCompare(other.from))
      .at(-1);
    return before ? [{ to, before, also: before.until === null || before.until > to.from }] : [];
  });
}

function moved(enrolments: readonly Enrolment[]): Happened[] {
  const came = movesOf(enrolments).map(({ to, before, also }): Happened => ({
    ...{ on: to.from, what: `Joined ${to.school.name}`, from: 'EDUCATION' },
    note: `${also ? 'Also at' : 'Before:'} ${before.school.name}`,
  }));
  const left = enrolments.flatMap(({ until, school }): Happened[] => {
    const goesOn = enrolments.some((one) => until !== null && (one.until === null || one.until > until));
    return until === null || goesOn
      ? []
      : [{ on: until, what: `Left ${school.name}`, note: 'On no school’s roll since', from: 'EDUCATION' }];
  });
  return [...came, ...left];
}

/** Weeks of which nothing was received, those that follow each other told once. */
function notReceived(weeks: readonly WeekOfAttendance[]): Happened[] {
  const runs: { readonly on: string; readonly weeks: number; readonly last: string }[] = [];
  for (const { weekBeginning } of weeks.filter(({ state }) => state === 'NOT_RECEIVED')) {
    const run = runs.at(-1);
    if (run && daysBetween(run.last, weekBeginning) === 7)
      runs[runs.length - 1] = { ...run, weeks: run.weeks + 1, last: weekBeginning };
    else runs.push({ on: weekBeginning, weeks: 1, last: weekBeginning });
  }
  return runs.map((run) => ({
    ...{ on: run.on, from: 'EDUCATION', note: 'This does not mean that the child did not attend' },
    what: `No attendance received for ${run.weeks === 1 ? 'this week' : counted(run.weeks, 'week', 'weeks')}`,
  }));
}

/** Changes of provision: what a roll showed first is no change. */
function provided(sen: Education['sen']): Happened[] {
  return (sen?.history ?? []).flatMap(({ provision, from }, at, all): Happened[] => {
    const before = all[at - 1];
    if (!before || before.provision === provision) return [];
    const what = provision === 'NONE' ? 'SEN provision ended' : `${words(provision)} began`;
    return [
      {
        on: from,
        what,
        note: before.provision === 'NONE' ? '' : `Before: ${words(before.provision)}`,
        from: 'EDUCATION',
      },
    ];
  });
}

/** What schools and the council told that happened. */
export const happenedAtSchool = (record: Education): Happened[] => [
  ...suspended(record),
  ...moved(record.enrolments ?? []),
  ...notReceived(record.twelveMonths?.weeks ?? []),
  ...provided(record.sen),
];

/** Personal education plans that were made, and those whose day passed without. */
export const plansMade = ({ peps }: VirtualSchool): Happened[] =>
  (peps ?? []).flatMap(({ term, dueOn, completedOn, state, quality }): Happened[] => {
    if (completedOn !== null) {
      const judged = quality === null ? '' : `, quality ${words(quality).toLowerCase()}`;
      const note = completedOn > dueOn ? `Due ${dayText(dueOn)}${judged}` : `In time${judged}`;
      return [{ on: completedOn, what: `Personal education plan of ${term} made`, note, from: 'VIRTUAL_SCHOOL' }];
    }
    return state === 'BREACHED'
      ? [
          {
            on: dueOn,
            what: `Personal education plan of ${term} was due`,
            note: 'Not made yet',
            from: 'VIRTUAL_SCHOOL',
          },
        ]
      : [];
  });
