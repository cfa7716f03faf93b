import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Client } from 'pg';
import { packWeek } from '../../../platform/code-sets/marks.js';
import { plusDays } from '../example-attendance/oracle.js';
import { urns } from './random-area.js';

// Of three school years, with the weeks in which 1 September lies, on every kind of day it can be.
const mondays = [
  ...['2023-08-28', '2024-07-15', '2024-08-26', '2024-09-02', '2025-07-14', '2025-08-25', '2025-09-01', '2026-07-13'],
  ...['2026-08-31', '2026-09-07', '2026-11-02'],
] as const;

export const dates = mondays.flatMap((monday) => [-2, 0, 1, 3, 5, 7].map((days) => plusDays(monday, days)));

const codes = [
  '/',
  '\\',
  'L',
  'B',
  'J1',
  'C1',
  'C2',
  'I',
  'E',
  'G',
  'N',
  'O',
  'U',
  'D',
  'X',
  'Y1',
  'Y3',
  '#',
  'Z',
  null,
];
const marks = fc.array(fc.constantFrom(...codes), { minLength: 10, maxLength: 10 });

const spell = fc.record({
  child: fc.nat(3),
  urn: fc.constantFrom(...urns),
  days: fc.uniqueArray(fc.constantFrom(...dates), { minLength: 2, maxLength: 2 }).map((days) => [...days].sort()),
  open: fc.boolean(),
  status: fc.constantFrom('CURRENT', 'CURRENT_MAIN', 'CURRENT_SUBSIDIARY', 'UNKNOWN'),
});

/** Spells on rolls under four records, the weeks marked under them one after another, which of them are one child's, and which gone. */
export const registers = fc.record({
  spells: fc.uniqueArray(spell, {
    selector: ({ child, urn, days }) => [child, urn, days[0]].join(),
    minLength: 1,
    maxLength: 7,
  }),
  // Several marks of one week: the later are corrections.
  written: fc.array(
    fc.array(fc.record({ spell: fc.nat(6), week: fc.constantFrom(...mondays), marks }), { maxLength: 9 }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  linked: fc.subarray([1, 2, 3]),
  gone: fc.option(fc.constantFrom(0, 1, 2, 3), { freq: 5 }),
});

export type Registers = typeof registers extends fc.Arbitrary<infer One> ? One : never;

/** The marks that stand once all is written, by spell and week. */
export function standing({
  spells,
  written,
}: Registers): Map<string, { spell: number; week: string; marks: (string | null)[] }> {
  const last = written.flat().filter((one) => one.spell < spells.length);
  return new Map(last.map((one) => [`${String(one.spell)} ${one.week}`, one]));
}

/** Puts them into the database, in the place of what it holds, each time they were written by itself. */
export async function write(admin: Client, { spells, written, linked, gone }: Registers): Promise<void> {
  await admin.query(
    'truncate education.enrolment, education.attendance_week, access.child_alias, access.forgotten cascade',
  );
  const children = Array.from({ length: 4 }, () => randomUUID());
  const ids = spells.map(() => randomUUID());
  for (const [at, { child, urn, days, open, status }] of spells.entries())
    await admin.query(
      `insert into education.enrolment (id, child_id, urn, entry_on, left_on, status) values ($1, $2, $3, $4, $5, $6)`,
      [ids[at], children[child], urn, days[0], open ? null : days[1], status],
    );
  for (const batch of written) {
    const last = [...standing({ spells, written: [batch], linked, gone }).values()];
    await admin.query(
      `insert into education.attendance_week (enrolment_id, child_id, week_beginning, marks)
        select e.id, e.child_id, x.week, decode(x.marks, 'hex')
        from unnest($1::uuid[], $2::date[], $3::text[]) x(id, week, marks) join education.enrolment e on e.id = x.id
        on conflict (enrolment_id, week_beginning) do update set marks = excluded.marks`,
      [
        last.map((one) => ids[one.spell]),
        last.map(({ week }) => week),
        last.map((one) => packWeek(one.marks).toString('hex')),
      ],
    );
  }
  for (const one of linked)
    await admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [children[one], children[0]]);
  if (gone !== null) await admin.query('insert into access.forgotten (child_id) values ($1)', [children[gone]]);
}
