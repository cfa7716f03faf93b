import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { areas } from './areas.js';
import { periodOf } from './compare-figures.js';
import { expectedOf } from './expected-figures.js';
import { type ExampleHub, loadExample } from './load-example.js';
import { counted, sessionsOf } from './oracle.js';

const question = `query Attendance($urn: ID!, $from: Date!, $to: Date!, $basis: AttendanceBasis!) {
  school(urn: $urn) { attendance(from: $from, to: $to, basis: $basis) {
    children possible attended attendancePercent persistentlyAbsent severelyAbsent suppressed } } }`;

interface Figures {
  readonly children: number;
  readonly possible: number;
  readonly persistentlyAbsent: number;
  readonly severelyAbsent: number;
}

describe.each(areas())('the attendance of each school of %s', (_, area) => {
  let hub: ExampleHub;
  const expected = expectedOf(area);
  const period = periodOf(area);
  beforeAll(async () => {
    hub = await loadExample(area);
  });
  afterAll(() => hub.close());

  async function ask(urn: string, over: { from: string; to: string }, basis: string): Promise<Figures> {
    const { body } = await hub.post({ persona: 'headteacher', school: urn }, question, { urn, ...over, basis });
    expect(body.errors).toBeUndefined();
    return (body.data?.['school'] as { attendance: Figures }).attendance;
  }

  it('is that of every enrolment, week by week', async () => {
    for (const { urn, week, pupils, possible, attended, percent } of expected.comparator) {
      const days = { from: week, to: new Date(Date.parse(week) + 4 * 86_400_000).toISOString().slice(0, 10) };
      expect([urn, week, await ask(urn, days, 'ENROLMENT')]).toMatchObject([
        ...[urn, week],
        { children: pupils, possible, attended, attendancePercent: percent, suppressed: false },
      ]);
    }
  });

  it('says of how many enrolments it is, and how many of them are persistently and severely absent', async () => {
    const all = await Promise.all(area.schools.map(({ urn }) => ask(urn, period, 'ENROLMENT')));
    const sum = (name: keyof Figures) => all.reduce((total, one) => total + one[name], 0);
    const { of, persistent, severe } = expected.persistentByBasis['enrolments'] ?? {};
    expect([sum('children'), sum('persistentlyAbsent'), sum('severelyAbsent')]).toEqual([of, persistent, severe]);
  });

  it('is by child that of the sessions whose mark of this school prevails', async () => {
    for (const { urn } of area.schools) {
      const own = area.children
        .map((child) => counted(sessionsOf(child).filter((one) => one.urn === urn)))
        .filter(({ possible }) => possible > 0);
      expect([urn, await ask(urn, period, 'CHILD')]).toMatchObject([
        urn,
        {
          children: own.length,
          possible: own.reduce((sum, { possible }) => sum + possible, 0),
          attended: own.reduce((sum, { attended }) => sum + attended, 0),
          persistentlyAbsent: own.filter(({ persistent }) => persistent).length,
          severelyAbsent: own.filter(({ severe }) => severe).length,
        },
      ]);
    }
  });
});
