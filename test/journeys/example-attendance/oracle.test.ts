import { describe, expect, it } from '@jest/globals';
import { corrected } from './corrected.js';
import { handWorkedArea } from './areas.js';
import type { Example } from './example.js';
import { expectedOf, workedOut } from './expected-figures.js';
import { inventedArea } from './invented-area.js';
import { comparatorsOf, type Dimension, groupsOf } from './oracle-cohorts.js';
import { listOf } from './oracle-triangulation.js';
import { counted, figuresOfChild, figuresWhile, marksOutsideRoll, mondayOf, schoolWeek, sessionsOf } from './oracle.js';

const childOf = ({ children }: Example, key: string) => {
  const found = children.find((child) => child.key === key);
  if (!found) throw new TypeError(`There is no ${key} in the example.`);
  return found;
};

const area = handWorkedArea();

/** What a group is said to be. */
const held = ({ trap: _trap, ...rest }: Readonly<Record<string, unknown>>) => rest;

(area ? describe : describe.skip)('the rules as we read them, of the hand-worked area', () => {
  const example = area ?? inventedArea;
  const written = expectedOf(example);

  it('of each child', () => {
    for (const [key, figures] of Object.entries(written.ofEachChild))
      expect(figuresOfChild(childOf(example, key))).toEqual(figures);
  });

  it('while a status was held', () => {
    for (const { child, status, ...figures } of written.attendanceWhile)
      expect(figuresWhile(childOf(example, child), status)).toMatchObject(held(figures));
  });

  it('of cohorts', () => {
    for (const { cohort, by, groups } of written.cohortAttendance)
      expect(groupsOf(example, cohort, by as Dimension[])).toMatchObject(groups.map(held));
  });

  it('of what they are set beside', () => {
    for (const row of written.comparator) expect(schoolWeek(example, row.urn, row.week)).toEqual(row);
    expect(comparatorsOf(example, 'CHILD_PROTECTION', ['WEEK'])).toEqual(
      (written.cohortComparator['CHILD_PROTECTION'] ?? []).map(({ week, percent }) => ({ key: [week], percent })),
    );
  });

  it('by child and by enrolment', () => {
    expect(written.persistentByBasis).toMatchObject(workedOut(example).persistentByBasis);
  });

  it('of each week’s list', () => {
    const sorted = (alerts: readonly string[]) => [...alerts].sort();
    for (const { week, items } of written.triangulation) {
      const ours = listOf(example, week).map((one) => ({ ...one, alerts: sorted(one.alerts) }));
      const theirs = items.map(({ alerts, ...one }) => ({
        ...held(one),
        alerts: sorted(alerts),
      }));
      expect(ours).toHaveLength(theirs.length);
      expect(ours).toEqual(expect.arrayContaining(theirs));
    }
  });

  it('of what is put right later', () => {
    const shown: Record<string, unknown>[] = [];
    for (const correction of example.afterCorrections) {
      const after = corrected(example, correction);
      const said = correction.expect ?? {};
      const week = typeof said['week'] === 'string' ? said['week'] : null;
      const item = week === null ? null : listOf(after, week).find(({ child }) => child === said['child']);
      const outside = childrenOutside(after) - childrenOutside(example);
      shown.push({
        ...(item && { ...item, ...inWeek(after, item.child, week ?? ''), uncountedMarks: outside }),
        ...Object.fromEntries(
          ['CHILD_PROTECTION', 'CHILD_IN_NEED'].map((cohort) => [cohort, groupsOf(after, cohort, [])[0]]),
        ),
      });
    }
    expect(shown).toMatchObject(example.afterCorrections.map(({ expect: said = {} }) => figuresIn(said)));
  });
});

const childrenOutside = ({ children }: Example): number => children.flatMap((child) => marksOutsideRoll(child)).length;

const inWeek = (of: Example, key: string, week: string) => {
  const { authorised, unauthorised } = counted(
    sessionsOf(childOf(of, key)).filter(({ day }) => mondayOf(day) === week),
  );
  return { authorised, unauthorised };
};

/** What the hub counts: penalty notices it does not, and the name of a rule is no figure. */
const figuresIn = ({
  trap: _trap,
  week: _week,
  penaltyNotice: _notice,
  dataQualityRule: _rule,
  asAtBeforeTheReturn: _before,
  ...rest
}: Readonly<Record<string, unknown>>) => rest;

describe('the traps of our own area', () => {
  const all = inventedArea;
  const [first = '', second = '', third = ''] = all.weeks;
  const alertsIn = (of: Example, week: string, key: string) =>
    listOf(of, week).find(({ child }) => child === key)?.alerts;

  it('exactly a tenth and exactly half are persistent and severe', () => {
    expect(figuresOfChild(childOf(all, 'ivo'))).toMatchObject({ possible: 30, attended: 27, persistent: true });
    expect(groupsOf(all, 'CHILD_PROTECTION', ['SCHOOL']).find(({ key }) => key[0] === '900021')).toMatchObject({
      children: 2,
      severeChildren: 1,
    });
  });

  it('exactly ten points is a drop, and the status changes on its day', () => {
    expect(alertsIn(all, third, 'juno')).toEqual(['DROP']);
    expect(figuresWhile(childOf(all, 'wren'), 'CHILD_IN_NEED')).toMatchObject({ possible: 14, attended: 12 });
    expect(figuresWhile(childOf(all, 'wren'), 'CHILD_PROTECTION')).toMatchObject({ possible: 16, attended: 13 });
  });

  it('a reason not given is asked for over a weekend and over a closed day, and not once it is given', () => {
    expect(alertsIn(all, second, 'lowri')).toEqual(['DROP']);
    expect(alertsIn(all, third, 'lowri')).toEqual(['DROP', 'UNEXPLAINED']);
    expect(alertsIn(all, third, 'bram')).toEqual(['DROP', 'UNEXPLAINED']);
    const [reason] = all.afterCorrections;
    expect(reason && alertsIn(corrected(all, reason), third, 'lowri')).toEqual(['DROP']);
  });

  it('a session of two schools is one, and a mark after leaving is none', () => {
    expect(figuresOfChild(childOf(all, 'tamar'))).toMatchObject({ possible: 30, attended: 25 });
    expect(figuresOfChild(childOf(all, 'sorrel'))).toMatchObject({ possible: 28, attended: 15 });
  });

  it('a plan that ended on a Tuesday is of that week and of none after', () => {
    const weeks = [first, second, third].map((week) => listOf(all, week).some(({ child }) => child === 'perry'));
    expect(weeks).toEqual([true, true, false]);
  });
});
