import { expect } from '@jest/globals';
import { qualityOf } from './digests.js';
import type { TestHub } from './hub.js';
import type { Pupil } from './partner-files.js';

const sums =
  'possible attended authorisedAbsence unauthorisedAbsence persistentlyAbsent weeks { weekBeginning state marks { on code } }';
const question = `query Figures($id: ID!) { child(id: $id) {
  education { attendance(from: "2026-09-01", to: "2026-11-20") { ${sums} } }
  virtualSchool { attendanceWhile(status: CHILD_PROTECTION, from: "2026-09-01", to: "2026-11-20") { ${sums} } } } }`;

export interface Figures {
  readonly possible: number;
  readonly attended: number;
  readonly authorisedAbsence: number;
  readonly unauthorisedAbsence: number;
}

/** The id a pupil is shown by; empty where no file has named the pupil. */
export async function idOf({ admin }: TestHub, { upn }: Pupil): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(
    `select coalesce(a.canonical, s.child_id) id from partnership.source_record s
     left join access.child_alias a on a.held = s.child_id where s.source_key = $1 limit 1`,
    [upn],
  );
  return rows[0]?.id ?? '';
}

/** Puts a child on a protection plan since before the year, so that the virtual school follows the child. */
export async function protect(hub: TestHub, of: Pupil): Promise<void> {
  const id = await idOf(hub, of);
  await hub.admin.query(
    `insert into social_care.status_interval (child_id, source, source_ref, status, held_from)
     values ($1, 'test', 'CHILD_PROTECTION/2026-01-05', 'CHILD_PROTECTION', '2026-01-05') on conflict do nothing`,
    [id],
  );
  await hub.admin.query(`insert into social_care.outbox (topic, child_id) values ('involvement-changed', $1)`, [id]);
}

/** What education and the virtual school count of a child on a plan: the same. */
export async function figuresOf(hub: TestHub, of: Pupil): Promise<Figures> {
  const { body } = await hub.post({ persona: 'virtual-school-adviser' }, question, { id: await idOf(hub, of) });
  expect(body.errors).toBeUndefined();
  const child = body.data?.['child'] as { education: { attendance: Figures }; virtualSchool: Record<string, Figures> };
  expect(child.virtualSchool['attendanceWhile']).toEqual(child.education.attendance);
  return child.education.attendance;
}

/** How many marks the data manager is told of that no enrolment holds. */
export async function marksOutside(hub: TestHub): Promise<number> {
  const { education } = await qualityOf(hub);
  const found = education?.find(({ source, rule }) => source === 'attendance' && rule === 'mark-outside-enrolment');
  expect(found).toBeDefined();
  return found?.count ?? 0;
}
