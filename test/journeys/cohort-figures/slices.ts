import fc from 'fast-check';
import type { Client } from 'pg';
import { Cohort } from '../../../subgraphs/virtual-school/cohort/cohort.js';

/** One slice of a child's week, as the read model keeps it. */
export interface Slice {
  readonly child: number;
  readonly week: string;
  readonly cohort: Cohort;
  readonly school: string;
  readonly team: string;
  readonly phase: string;
  readonly sen: string;
  readonly fsm: string;
  readonly possible: number;
  readonly attended: number;
}

/** A school's own total of a week. */
export interface SchoolWeek {
  readonly urn: string;
  readonly week: string;
  readonly phase: string;
  readonly possible: number;
  readonly attended: number;
}

/** Weeks of two terms, of which the last begins in the one and has most of its days in the other. */
const weeks = ['2025-12-08', '2025-12-15', '2025-12-29', '2026-01-05'] as const;
const schools = ['900001', '900002', '900003'] as const;
const phases = { '900001': 'Primary', '900002': 'Secondary', '900003': 'Secondary' } as const;

const slice = fc
  .record({
    child: fc.nat(11),
    week: fc.constantFrom(...weeks),
    cohort: fc.constantFrom(Cohort.CHILD_PROTECTION, Cohort.CHILD_IN_NEED),
    school: fc.constantFrom(...schools),
    team: fc.constantFrom('', 'North', 'South'),
    sen: fc.constantFrom('NONE', 'SEN_SUPPORT', 'EHC_PLAN', 'UNKNOWN'),
    fsm: fc.constantFrom('YES', 'NO', 'UNKNOWN'),
    possible: fc.integer({ min: 1, max: 10 }),
    absent: fc.nat(10),
  })
  .map(({ absent, ...one }): Slice => {
    // Exactly a tenth and a half are as likely as anything else.
    const missed = Math.min(absent, one.possible);
    return { ...one, phase: phases[one.school], attended: one.possible - missed };
  });

const keyOf = ({ child, week, cohort, school, team }: Slice): string => [child, week, cohort, school, team].join();

export const slices: fc.Arbitrary<readonly Slice[]> = fc.uniqueArray(slice, { maxLength: 60, selector: keyOf });

export const schoolWeeks: fc.Arbitrary<readonly SchoolWeek[]> = fc
  .tuple(
    ...weeks.flatMap((week) =>
      schools.map((urn) =>
        fc.record({
          urn: fc.constant(urn),
          week: fc.constant(week),
          phase: fc.constant(phases[urn]),
          possible: fc.nat(300),
          absent: fc.nat(60),
        }),
      ),
    ),
  )
  .map((all) => all.map(({ absent, ...one }) => ({ ...one, attended: Math.max(0, one.possible - absent) })))
  .map((all) => all.filter(({ possible }) => possible !== 7));

export const childId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Puts these into the read model, in place of everything that was there. */
export async function keep(
  admin: Client,
  kept: readonly Slice[],
  totals: readonly SchoolWeek[] = [],
  believedFrom = '2026-02-01T10:00:00Z',
): Promise<void> {
  await admin.query(
    `delete from virtual_school.cohort_session_week; delete from virtual_school.cohort_session_week_past;
     delete from virtual_school.cohort_session_term; delete from virtual_school.kept_school_week`,
  );
  await admin.query(
    `insert into virtual_school.cohort_session_week (child_id, week_beginning, cohort, school_urn, team, phase, sen_provision,
       free_school_meals, possible, attended, authorised, unauthorised, late, part_time, suspended, unexplained, believed_from, alone)
     select id, week, cohort, school, team, phase, sen, fsm, possible, attended, possible - attended, 0, 0, 0, 0, 0, $2,
       count(*) over (partition by id, week, cohort) = 1
     from jsonb_to_recordset($1) x(id uuid, week date, cohort text, school text, team text, phase text, sen text, fsm text,
       possible int, attended int)`,
    [JSON.stringify(kept.map(({ child, ...one }) => ({ id: childId(child), ...one }))), believedFrom],
  );
  await admin.query(
    `insert into virtual_school.cohort_session_term
     select child_id, cohort, case when week_beginning < '2025-09-01' then date '2024-09-01' when week_beginning < '2026-01-01'
         then '2025-09-01' else '2026-01-01' end,
       school_urn, team, phase, sen_provision, free_school_meals, min(week_beginning), max(week_beginning), sum(possible),
       sum(attended), max(believed_from)
     from virtual_school.cohort_session_week group by 1, 2, 3, 4, 5, 6, 7, 8`,
  );
  await admin.query(
    `insert into virtual_school.kept_school_week (urn, week_beginning, phase, pupils, possible, attended, authorised, unauthorised,
       persistent_to_date, severe_to_date, school_days, version)
     select urn, week, phase, 10, possible, attended, possible - attended, 0, 0, 0, 31, 1
     from jsonb_to_recordset($1) x(urn text, week date, phase text, possible int, attended int)`,
    [JSON.stringify(totals)],
  );
}
