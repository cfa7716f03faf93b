import type { Example, Written } from './example.js';
import { cohortNames, comparatorsOf, type Dimension, groupsOf } from './oracle-cohorts.js';
import { listOf } from './oracle-triangulation.js';
import { counted, figuresOfChild, figuresWhile, schoolWeek, sessionsOf } from './oracle.js';

/** The ways a cohort is asked for: no more than three at once. */
const ways: readonly (readonly Dimension[])[] = [
  [],
  ['WEEK'],
  ['TERM'],
  ['SCHOOL'],
  ['PHASE'],
  ['SOCIAL_WORK_TEAM'],
  ['SEN_PROVISION'],
  ['FREE_SCHOOL_MEALS'],
  ['WEEK', 'SOCIAL_WORK_TEAM'],
  ['SCHOOL', 'WEEK', 'SEN_PROVISION'],
];

function judged(all: readonly ReturnType<typeof counted>[]) {
  const possible = all.filter((one) => one.possible > 0);
  return {
    of: possible.length,
    persistent: possible.filter(({ persistent }) => persistent).length,
    severe: possible.filter(({ severe }) => severe).length,
  };
}

/** What the rules make of an area, in the form that a hand-worked example writes it down. */
export function workedOut(area: Example): Written {
  const { children, weeks, schools } = area;
  const statuses = (own: Example['children'][number]) => [...new Set(own.statuses.map(({ status }) => status))];
  const rolls = children.flatMap((child) =>
    [...new Set(child.enrolments.map(({ urn }) => urn))].map((urn) => counted(sessionsOf(child, [urn]))),
  );
  return {
    ofEachChild: Object.fromEntries(children.map((child) => [child.key, { ...figuresOfChild(child) }])),
    attendanceWhile: children.flatMap((child) =>
      statuses(child).map((status) => ({ child: child.key, status, ...figuresWhile(child, status) })),
    ),
    cohortAttendance: cohortNames.flatMap((cohort) =>
      ways.map((by) => ({ cohort, by: [...by], groups: groupsOf(area, cohort, by) })),
    ),
    comparator: schools
      .flatMap(({ urn }) => weeks.map((week) => schoolWeek(area, urn, week)))
      .flatMap(({ percent, ...rest }) => (percent === null ? [] : [{ ...rest, percent }])),
    cohortComparator: Object.fromEntries(
      ['CHILD_PROTECTION', 'CHILD_IN_NEED', 'LOOKED_AFTER'].map((cohort) => [
        cohort,
        comparatorsOf(area, cohort, ['WEEK']).map(({ key, percent }) => ({ week: key[0] ?? '', percent })),
      ]),
    ),
    persistentByBasis: {
      children: judged(children.map((child) => counted(sessionsOf(child)))),
      enrolments: judged(rolls),
    },
    triangulation: weeks.map((week) => ({
      week,
      items: listOf(area, week).map((item) => ({ ...item, alerts: [...item.alerts] })),
    })),
  };
}

/** What the area's figures are: as somebody wrote them down, or as the rules make them. */
export const expectedOf = (area: Example): Written => area.expect ?? workedOut(area);
