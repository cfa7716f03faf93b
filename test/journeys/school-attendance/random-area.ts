import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Client } from 'pg';
import { packWeek } from '../../../platform/code-sets/marks.js';
import type { ExampleChild } from '../example-attendance/example.js';
import { plusDays } from '../example-attendance/oracle.js';

/** A child as far as the rules of sessions know one. */
export type Pupil = Pick<ExampleChild, 'enrolments' | 'registers'>;

export const urns = ['900061', '900062'] as const;
export const weeks = ['2026-09-14', '2026-09-21', '2026-09-28'] as const;

const code = fc.constantFrom('/', '\\', 'L', 'B', 'I', 'C2', 'E', 'O', 'N', 'U', 'D', 'Y1', 'X', '#', 'Z', null);
const mostly = fc.oneof({ weight: 5, arbitrary: fc.constant('/') }, { weight: 4, arbitrary: code });

/** Up to two times on a school's roll, the second after the first or next to it, as the one or the other registration. */
const spells = (urn: string) =>
  fc
    .record({
      from: fc.integer({ min: -3, max: 6 }),
      days: fc.integer({ min: 3, max: 20 }),
      gap: fc.constantFrom(0, 1, 4),
      again: fc.boolean(),
      ends: fc.boolean(),
      status: fc.constantFrom('M', 'S', 'C'),
    })
    .map(({ from, days, gap, again, ends, status }) => {
      const [first, left] = [plusDays(weeks[0], from), plusDays(weeks[0], from + days)];
      const one = { urn, status, from: first, until: ends || again ? left : null };
      return again ? [one, { urn, status, from: plusDays(left, gap), until: null }] : [one];
    });

const registers = (urn: string) =>
  fc
    .array(fc.array(mostly, { minLength: 10, maxLength: 10 }), { minLength: 2, maxLength: weeks.length })
    .map((all) => all.map((marks, at) => ({ urn, week: weeks[at] ?? '', marks })));

const atSchool = (urn: string) => fc.record({ enrolments: spells(urn), registers: registers(urn) });

const pupil = fc
  .tuple(fc.option(atSchool(urns[0]), { freq: 7 }), fc.option(atSchool(urns[1]), { freq: 2 }))
  .map((schools): Pupil => {
    const at = schools.flatMap((one) => one ?? []);
    return { enrolments: at.flatMap((one) => one.enrolments), registers: at.flatMap((one) => one.registers) };
  });

export const pupils = fc.array(pupil, { minLength: 12, maxLength: 30 });

const statuses: Readonly<Record<string, string>> = { C: 'CURRENT', M: 'CURRENT_MAIN', S: 'CURRENT_SUBSIDIARY' };

/**
 * Puts the pupils into the database, in the place of what it holds. The registers of a school stand under the first time on its roll, and
 * each school knows the child by a record of its own.
 */
export async function arrange(admin: Client, all: readonly Pupil[]): Promise<void> {
  await admin.query(`truncate education.enrolment, education.attendance_week, education.school_week_total,
    education.school_week_stale, access.child_alias cascade`);
  for (const { enrolments, registers: own } of all) {
    const ids = new Map(urns.map((urn) => [urn as string, randomUUID()]));
    await admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [...ids.values()]);
    const first = new Map<string, string>();
    for (const { urn, status, from, until } of enrolments) {
      const id = randomUUID();
      if (!first.has(urn)) first.set(urn, id);
      await admin.query(
        `insert into education.enrolment (id, child_id, urn, entry_on, left_on, status) values ($1, $2, $3, $4, $5, $6)`,
        [id, ids.get(urn), urn, from, until, statuses[status]],
      );
    }
    for (const { urn, week, marks } of own)
      await admin.query(
        'insert into education.attendance_week (enrolment_id, child_id, week_beginning, marks) values ($1, $2, $3, $4)',
        [first.get(urn), ids.get(urn), week, packWeek(marks)],
      );
  }
}
