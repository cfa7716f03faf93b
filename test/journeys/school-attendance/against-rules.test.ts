import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type As, testHub, type TestHub } from '../../support/hub.js';
import { counted, holds, plusDays, sessionsOf } from '../example-attendance/oracle.js';
import { arrange, type Pupil, pupils, urns, weeks } from './random-area.js';

const document = `query Attendance($urn: ID!, $from: Date, $to: Date, $basis: AttendanceBasis) {
  school(urn: $urn) { attendance(from: $from, to: $to, basis: $basis) {
    from to basis children possible attended attendancePercent persistentlyAbsent severelyAbsent
    comparator { percent basis } national { percent } suppressed } } }`;

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
  await hub.admin.query(
    `insert into education.school (urn, name, type, phase, status, local_authority_code, local_authority_name)
    select u, 'School ' || u, 'Other', 'Primary', 'Open', '990', 'Aldermere' from unnest($1::text[]) u`,
    [urns],
  );
});
afterAll(() => hub.close());

async function ask(as: As, variables: Readonly<Record<string, unknown>>) {
  const { body } = await hub.post(as, document, { urn: urns[0], ...variables });
  const school = body.data?.['school'] as { attendance: Readonly<Record<string, unknown>> | null } | null;
  return { attendance: school?.attendance ?? null, codes: body.errors?.map(({ extensions }) => extensions.code) };
}

const head = { persona: 'headteacher', school: urns[0] } as const;

/** Where an unbroken time on the roll begins, found by walking back from a day. */
function since({ enrolments }: Pupil, urn: string, day: string): string {
  const before = plusDays(day, -1);
  return enrolments.some((one) => one.urn === urn && holds(one, before))
    ? since({ enrolments, registers: [] }, urn, before)
    : day;
}

/** Session by session, by the rules of the hand-worked examples. */
function byHand(all: readonly Pupil[], days: { from: string; to: string }, basis: string) {
  const [urn] = urns;
  const units = all.flatMap((child) => {
    const merged = sessionsOf(child as Parameters<typeof sessionsOf>[0], basis === 'CHILD' ? undefined : [urn]);
    const own = merged.filter((one) => one.urn === urn && days.from <= one.day && one.day <= days.to);
    if (basis === 'CHILD') return [counted(own)];
    const times = new Set(own.map(({ day }) => since(child, urn, day)));
    return [...times].map((from) => counted(own.filter(({ day }) => since(child, urn, day) === from)));
  });
  const present = units.filter(({ possible }) => possible > 0);
  const sum = (name: 'possible' | 'attended') => present.reduce((total, one) => total + one[name], 0);
  return {
    ...{ children: present.length, possible: sum('possible'), attended: sum('attended'), suppressed: false },
    persistentlyAbsent: present.filter(({ persistent }) => persistent).length,
    severelyAbsent: present.filter(({ severe }) => severe).length,
  };
}

const day = fc.integer({ min: -1, max: 19 }).map((at) => plusDays(weeks[0], at));

describe('the attendance of a school', () => {
  it('is what its sessions come to, one by one, by enrolment and by child', async () => {
    const seen = { ENROLMENT: 0, CHILD: 0 };
    await fc.assert(
      fc.asyncProperty(pupils, day, day, async (all, one, other) => {
        const days = one < other ? { from: one, to: other } : { from: other, to: one };
        await arrange(hub.admin, all);
        for (const basis of ['ENROLMENT', 'CHILD'] as const) {
          const expected = byHand(all, days, basis);
          seen[basis] += expected.possible;
          expect([basis, (await ask(head, { ...days, basis })).attendance]).toMatchObject([
            basis,
            { ...days, basis, ...expected },
          ]);
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
    expect(seen.ENROLMENT).toBeGreaterThan(seen.CHILD);
    expect(seen.CHILD).toBeGreaterThan(0);
  });
});

const everybody = Array.from({ length: 30 }, (_, at): Pupil => ({
  enrolments: [{ urn: urns[0], status: 'C', from: '2026-09-01', until: null }],
  registers: weeks.map((week) => ({
    urn: urns[0],
    week,
    marks: Array.from({ length: 10 }, () => (at < 9 ? 'I' : '/')),
  })),
}));

describe('the attendance of a school is told', () => {
  beforeAll(() => arrange(hub.admin, everybody));

  it('from 1 September to today, by enrolment, where nothing else is asked', async () => {
    const { attendance } = await ask(head, {});
    expect(attendance).toMatchObject({
      from: '2026-09-01',
      to: '2026-11-20',
      basis: 'ENROLMENT',
      children: 30,
      possible: 900,
    });
  });

  it('to who leads another school not at all, whichever way it is asked', async () => {
    const nothing = {
      children: null,
      possible: null,
      attended: null,
      comparator: null,
      national: null,
      suppressed: true,
    };
    const foreign = { persona: 'headteacher', school: urns[1] } as const;
    expect((await ask(foreign, {})).attendance).toMatchObject(nothing);
    const entities = `query Entities($them: [_Any!]!) { _entities(representations: $them) { ... on School { attendance { children suppressed } } } }`;
    const them = [{ __typename: 'School', urn: urns[0] }];
    const asked = (as: As) => hub.ask('education', as, entities, { them });
    expect((await asked(foreign)).data).toEqual({ _entities: [{ attendance: { children: null, suppressed: true } }] });
    expect((await asked(head)).data).toEqual({ _entities: [{ attendance: { children: 30, suppressed: false } }] });
    const worker = await asked({ persona: 'social-worker' });
    expect(worker.data).toEqual({ _entities: [{ attendance: null }] });
    expect(worker.errors?.[0]?.extensions?.['code']).toBe('REFUSED');
  });

  it.each(['senco', 'designated-safeguarding-lead'] as const)(
    'to the %s of the school as to its headteacher',
    async (persona) => {
      expect((await ask({ persona, school: urns[0] }, {})).attendance).toMatchObject({
        children: 30,
        persistentlyAbsent: 9,
      });
    },
  );

  it.each(['analyst', 'commissioner'] as const)(
    'to the %s with small numbers hidden, of whole years alone',
    async (persona) => {
      expect((await ask({ persona }, {})).attendance).toMatchObject({
        ...{
          children: 30,
          possible: 900,
          attended: 630,
          attendancePercent: 70,
          persistentlyAbsent: 10,
          suppressed: false,
        },
      });
      for (const over of [{ from: '2026-09-14' }, { to: '2026-09-18' }, { basis: 'CHILD' }])
        expect(await ask({ persona }, over)).toEqual({ attendance: null, codes: ['INVALID_INPUT'] });
    },
  );

  it('to nobody for days that cannot be asked for', async () => {
    for (const over of [{ from: '2026-10-01', to: '2026-09-01' }, { to: '2026-11-21' }, { from: '2020-01-01' }])
      expect(await ask(head, over)).toEqual({ attendance: null, codes: ['INVALID_INPUT'] });
  });

  it('beside the area’s schools of its phase, where these are three or more, and England’s', async () => {
    expect((await ask(head, {})).attendance).toMatchObject({ comparator: null, national: { percent: 94.8 } });
    await hub.admin.query(
      `insert into education.school_week_total (urn, week_beginning, phase, pupils, possible, attended, authorised,
        unauthorised, persistent_to_date, severe_to_date, school_days, version)
      select u, '2026-09-14', 'Primary', 10, 100, 80 + 5 * n, 0, 20 - 5 * n, 0, 0, 31, n from unnest($1::text[]) with ordinality x(u, n)`,
      [['900061', '900062', '900063']],
    );
    const { attendance } = await ask(head, { from: '2026-09-16' });
    expect(attendance?.['comparator']).toMatchObject({ percent: 90, basis: expect.stringContaining('3 schools') });
  });
});
