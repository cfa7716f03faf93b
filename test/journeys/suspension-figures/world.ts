import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Client } from 'pg';
import { addDays } from './days.js';

/** A roll of a child, as stored. */
export interface Roll {
  readonly urn: string;
  readonly status: string;
  readonly from: string;
  readonly until: string | null;
  readonly yearGroup: string | null;
  readonly provisions: readonly { readonly provision: string; readonly from: string }[];
  readonly meals: readonly { readonly eligible: boolean; readonly from: string }[];
}

/** A suspension, as stored, under one of the child's records. */
export interface Told {
  readonly record: 0 | 1;
  readonly urn: string;
  readonly startedOn: string;
  readonly category: 'SUSPENSION' | 'LUNCHTIME' | 'PERMANENT';
  readonly session: 'AM' | 'PM' | null;
  readonly sessions: number | null;
  readonly lunchtimes: number | null;
  readonly cancelledOn: string | null;
  readonly served: number | null;
  readonly provisionOn: string | null;
  readonly byHand: string | null;
}

export interface Child {
  readonly rolls: readonly Roll[];
  readonly told: readonly Told[];
}

/** What is told of a school's week, as stored. */
export interface Week {
  readonly urn: string;
  readonly weekBeginning: string;
  readonly calendarDays: number;
  readonly openDays: number;
  readonly markedDays: number | null;
}

/** Schools, of which one has a calendar, one registers alone, and one neither. */
export const schools = [
  { urn: '900041', phase: 'Primary' },
  { urn: '900042', phase: 'Secondary' },
  { urn: '900043', phase: null },
] as const;

export interface World {
  readonly children: readonly Child[];
  readonly weeks: readonly Week[];
}

const urn = fc.constantFrom(...schools.map((one) => one.urn));
const first = '2025-08-25';

const provision = fc.constantFrom('NONE', 'SEN_SUPPORT', 'EHC_PLAN');
const roll = fc
  .record({
    urn,
    status: fc.constantFrom('CURRENT', 'CURRENT_MAIN', 'CURRENT_SUBSIDIARY', 'UNKNOWN'),
    from: fc.nat(400),
    stays: fc.option(fc.integer({ min: 30, max: 500 })),
    yearGroup: fc.constantFrom(null, 'R', '9', '10', '11', '11'),
    provisions: fc.array(fc.tuple(provision, fc.nat(300)), { maxLength: 3 }),
    meals: fc.array(fc.tuple(fc.boolean(), fc.nat(300)), { maxLength: 2 }),
  })
  .map(({ from: at, stays, provisions, meals, ...own }): Roll => {
    const from = addDays(first, at);
    const inOrder = <One>(all: readonly (readonly [One, number])[]) =>
      [...all].sort(([, a], [, b]) => a - b).map(([one, after]) => [one, addDays(from, after)] as const);
    return {
      ...own,
      ...{ from, until: stays === null ? null : addDays(from, stays) },
      provisions: inOrder(provisions).map(([one, since]) => ({ provision: one, from: since })),
      meals: inOrder(meals).map(([eligible, since]) => ({ eligible, from: since })),
    };
  });

const seldom = (arbitrary: fc.Arbitrary<number>): fc.Arbitrary<number | null> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

const told = fc
  .record({
    record: fc.constantFrom(0 as const, 0 as const, 1 as const),
    urn,
    at: fc.oneof(fc.nat(300), fc.integer({ min: 360, max: 452 })),
    category: fc.constantFrom(...(['SUSPENSION', 'SUSPENSION', 'SUSPENSION', 'LUNCHTIME', 'PERMANENT'] as const)),
    session: fc.constantFrom('AM' as const, 'PM' as const, null),
    length: fc.integer({ min: 1, max: 30 }),
    cancelled: seldom(fc.nat(20)),
    provided: seldom(fc.nat(15)),
    byHand: seldom(fc.nat(15)),
  })
  .map(({ at, length, cancelled, provided, byHand, session, ...of }): Told => {
    const startedOn = addDays(first, at);
    return {
      ...{ ...of, startedOn, session: of.category === 'SUSPENSION' ? session : null },
      sessions: of.category === 'SUSPENSION' ? length : null,
      lunchtimes: of.category === 'LUNCHTIME' ? length : null,
      cancelledOn: cancelled === null ? null : addDays(startedOn, 1),
      served: cancelled === null || of.category === 'PERMANENT' ? null : Math.min(cancelled, length),
      provisionOn: provided === null ? null : addDays(startedOn, provided),
      byHand: byHand === null ? null : addDays(startedOn, byHand),
    };
  });

const child = fc.record({
  rolls: fc.uniqueArray(roll, { selector: (one) => one.urn, maxLength: 3 }),
  told: fc.uniqueArray(told, {
    selector: (one) => [one.record, one.urn, one.startedOn, one.category].join(' '),
    maxLength: 7,
  }),
});

/** Five weekdays, most of them open. */
const days = fc.constantFrom(31, 31, 31, 30, 15, 27, 0);
const weeksOf = (many: number, from: number) =>
  fc
    .array(days, { minLength: many, maxLength: many })
    .map((open) => open.map((openDays, at) => ({ weekBeginning: addDays(first, 7 * (from + at)), openDays })));

/** A small area over two school years, whose schools are now and then closed. */
export const world = fc
  .record({
    children: fc.array(child, { minLength: 1, maxLength: 40 }),
    calendar: weeksOf(105, 0),
    marks: weeksOf(30, 30),
  })
  .map(({ children, calendar, marks }): World => ({
    children,
    weeks: [
      ...calendar.map((week) => ({ urn: schools[0].urn, calendarDays: 31, markedDays: null, ...week })),
      ...marks.map(({ weekBeginning, openDays }) => ({
        ...{ urn: schools[1].urn, weekBeginning, calendarDays: 0, openDays: 0, markedDays: openDays },
      })),
    ],
  }));

/** The day on which everything of the area was told. */
export const toldOn = '2026-10-01';

const tables = `education.enrolment, education.attendance_week, education.school_week_total, education.school_week_stale,
  education.calendar_week, education.suspension, education.suspension_provision, education.school, access.child_alias`;

/** Puts the area into the database, in the place of what it holds of schools. */
export async function arrange(admin: Client, { children, weeks }: World): Promise<void> {
  await admin.query(`truncate ${tables} cascade`);
  await insert(
    admin,
    'education.school (urn, name, type, phase, status, local_authority_code, local_authority_name)',
    schools.map((one) => [one.urn, `School ${one.urn}`, 'Other', one.phase, 'Open', '990', 'Aldermere']),
  );
  await insert(
    admin,
    'education.calendar_week (urn, week_beginning, calendar_days, open_days, version)',
    weeks
      .filter(({ calendarDays }) => calendarDays > 0)
      .map((one, at) => [one.urn, one.weekBeginning, one.calendarDays, one.openDays, at + 1]),
  );
  await insert(
    admin,
    `education.school_week_total (urn, week_beginning, pupils, possible, attended, authorised, unauthorised,
      persistent_to_date, severe_to_date, school_days, version)`,
    weeks.flatMap((one, at) =>
      one.markedDays === null ? [] : [[one.urn, one.weekBeginning, 0, 0, 0, 0, 0, 0, 0, one.markedDays, at + 1]],
    ),
  );
  for (const one of children) await arrangeChild(admin, one);
}

async function arrangeChild(admin: Client, { rolls, told: all }: Child): Promise<void> {
  const ids = [randomUUID(), randomUUID()] as const;
  await insert(admin, 'access.child_alias (held, canonical)', [[ids[1], ids[0]]]);
  await insert(
    admin,
    `education.enrolment (id, child_id, urn, year_group, entry_on, left_on, status, free_school_meals, sen_provisions,
      recorded_at)`,
    rolls.map((one, at) => [
      ...[randomUUID(), ids[at % 2], one.urn, one.yearGroup, one.from, one.until, one.status],
      ...[JSON.stringify(one.meals), JSON.stringify(one.provisions), `${toldOn}T12:00:00Z`],
    ]),
  );
  await insert(
    admin,
    `education.suspension (id, child_id, urn, started_on, category, version, session, sessions, lunchtimes, cancelled_on,
      served, provision_on, recorded_at)`,
    all.map((one) => [
      ...[randomUUID(), ids[one.record], one.urn, one.startedOn, one.category, 1, one.session, one.sessions],
      ...[one.lunchtimes, one.cancelledOn, one.served, one.provisionOn, recordedAt(one)],
    ]),
  );
  await insert(
    admin,
    `education.suspension_provision (child_id, urn, started_on, category, in_place_on, provider, recorded_at, actor,
      actor_name, actor_role, actor_org)`,
    all.flatMap((one) =>
      one.byHand === null
        ? []
        : [
            [
              ...[ids[one.record], one.urn, one.startedOn, one.category, one.byHand, 'Tutors', recordedAt(one)],
              ...['a', 'a', 'a', 'a'],
            ],
          ],
    ),
  );
}

/** What the second record says was told later. */
export const recordedAt = ({ record }: Told): string => `${toldOn}T1${String(record)}:00:00.000Z`;

async function insert(admin: Client, into: string, rows: readonly (readonly unknown[])[]): Promise<void> {
  for (const row of rows) {
    const places = row.map((_, at) => `$${String(at + 1)}`).join(', ');
    await admin.query(`insert into ${into} values (${places})`, [...row]);
  }
}
