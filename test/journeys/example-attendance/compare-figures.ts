import { expect } from '@jest/globals';
import { cohortFigures, type ListedItem, weeklyList } from './ask-figures.js';
import type { Example, Written } from './example.js';
import type { ExampleHub } from './load-example.js';
import { openToAdviser } from './oracle-triangulation.js';
import { plusDays } from './oracle.js';

export const head = { persona: 'virtual-school-head' } as const;
export const adviser = { persona: 'virtual-school-adviser' } as const;

/** All the weeks of the example. */
export const periodOf = ({ weeks }: Example): { readonly from: string; readonly to: string } => ({
  from: weeks[0] ?? '',
  to: plusDays(weeks.at(-1) ?? '', 6),
});

type GroupSaid = Written['cohortAttendance'][number]['groups'][number];

/** A group as the graph names its figures; suspensions where somebody wrote them down. */
const shownGroup = ({ key, children, possible, attended, percent, ...judged }: GroupSaid) => ({
  ...{ key, children, possible, attended },
  attendancePercent: percent,
  persistentlyAbsentChildren: judged['persistentChildren'],
  persistentlyAbsentPercent: judged['persistentPercent'],
  severelyAbsentChildren: judged['severeChildren'],
  severelyAbsentPercent: judged['severePercent'],
  ...('suspensionsPer100' in judged && { suspensionsPer100: judged['suspensionsPer100'] }),
  ...('lostLearningDays' in judged && { lostLearningDays: judged['lostLearningDays'] }),
  suppressed: false,
});

const expectedGroups = (groups: readonly GroupSaid[]): unknown[] => groups.map(shownGroup);

/** Holds every cohort's figures against what is expected, asked as the head, exactly. */
export async function compareCohorts(hub: ExampleHub, expected: Written, asAt: string | null = null): Promise<void> {
  for (const { cohort, by, groups } of expected.cohortAttendance) {
    const answer = await cohortFigures(hub, head, { cohort, by, ...periodOf(hub.area), asAt });
    expect([cohort, by, answer.groups]).toMatchObject([cohort, by, expectedGroups(groups)]);
    expect([cohort, by, answer.groups.length]).toEqual([cohort, by, groups.length]);
  }
}

/** One child of the list in the words of the example. */
function saidOf(hub: ExampleHub, item: ListedItem) {
  const shown = item.trend.filter(({ weekBeginning }) => hub.area.weeks.includes(weekBeginning));
  return {
    child: hub.keyOf(item.child?.id ?? ''),
    status: item.status,
    urn: item.school?.urn ?? null,
    team: item.socialWorkTeam,
    possible: item.thisWeek?.possible,
    attended: item.thisWeek?.attended,
    percent: item.thisWeek?.attendancePercent,
    trend: shown.map(({ attendancePercent }) => attendancePercent),
    lastAttendedOn: item.lastAttendedOn,
    daysSinceAttended: item.schoolDaysSinceAttended,
    alerts: item.alerts.map(({ kind }) => kind).sort(),
  };
}

const pressing = ({ alerts, percent }: { readonly alerts: readonly unknown[]; readonly percent?: unknown }) => [
  -alerts.length,
  percent,
];

/** Holds each week's list against what is expected, asked as the adviser: those whose plan is open today. */
export async function compareLists(hub: ExampleHub, { triangulation }: Written, first?: number): Promise<void> {
  const open = openToAdviser(hub.area);
  for (const { week, items } of triangulation) {
    const said = items
      .filter(({ child }) => open.includes(child))
      .map(({ trap: _trap, alerts, ...item }) => ({
        ...item,
        alerts: [...alerts].sort(),
      }));
    const list = (await weeklyList(hub, adviser, { week, ...(first !== undefined && { first }) })).map((item) =>
      saidOf(hub, item),
    );
    const byChild = (all: readonly { readonly child: string }[]) =>
      [...all].sort((a, b) => (a.child < b.child ? -1 : 1));
    expect([week, byChild(list)]).toEqual([week, byChild(said)]);
    // Most alerts first, then the lowest percent; ties are the hub's to order.
    expect(list.map(pressing)).toEqual([...list].map(pressing).sort(byNumbers));
  }
}

const byNumbers = (a: readonly unknown[], b: readonly unknown[]): number =>
  Number(a[0]) - Number(b[0]) || Number(a[1] ?? 101) - Number(b[1] ?? 101);
