import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

/** A relationship of the arranged child. */
export interface Relation {
  readonly basis: string;
  readonly grantee: string;
  /** The first day it no longer holds. */
  readonly until?: string;
}

/** The school, provider and council that arranged children belong to. */
export const place = { school: '900001', provider: 'XAC01', council: '990' } as const;

/**
 * One child with something held in every domain, put there as the superuser: whom a permit shows what is then the
 * only question. Relations are given, not implied.
 */
export async function arrangeChild(admin: Client, relations: readonly Relation[] = []): Promise<string> {
  const id = randomUUID();
  const enrolment = randomUUID();
  await admin.query(
    `insert into partnership.child (child_id, given, family, date_of_birth, sex) values ($1, 'Robin', 'Testcase', '2015-05-01', 'FEMALE')`,
    [id],
  );
  await admin.query(
    `insert into partnership.source_record (source, source_key, child_id, given, family, date_of_birth, sex, identifiers, received)
    values ('school-census:900001', $1::text, $1::uuid, 'Robin', 'Testcase', '2015-05-01', 'FEMALE', '[]', now())`,
    [id],
  );
  await admin.query(
    `insert into education.school (urn, name, type, status, local_authority_code, local_authority_name)
    values ($1, 'Testcase Primary', 'Community school', 'Open', '990', 'Aldermere') on conflict do nothing`,
    [place.school],
  );
  await admin.query(
    `insert into education.enrolment (id, child_id, urn, entry_on, status) values ($1, $2, $3, '2024-09-02', 'CURRENT')`,
    [enrolment, id, place.school],
  );
  await admin.query(
    `insert into education.attendance_week (enrolment_id, child_id, week_beginning, marks) values ($1, $2, '2026-11-02', $3)`,
    [enrolment, id, Buffer.from('/\\/\\/\\/\\/O')],
  );
  await admin.query(
    `insert into health.waiting_list_entry (child_id, provider_ods, entry_ref, service, status, status_on, received_on)
    values ($1, $2, $3, 'CAMHS', 'ACCEPTED_WAITING', '2026-09-01', '2026-06-01')`,
    [id, place.provider, id],
  );
  await admin.query(
    `insert into social_care.status_interval values ($1, 'test', 'CHILD_PROTECTION/2026-03-02', 'CHILD_PROTECTION', '2026-03-02', null)`,
    [id],
  );
  await admin.query(
    `insert into social_care.allocation (child_id, council, worker_id, worker_name, held_from) values ($1, '990', 'sw-001', 'Jo Marsden', '2026-03-02')`,
    [id],
  );
  await admin.query(`insert into social_care.social_worker_presence values ($1, '2026-03-02', null)`, [id]);
  await admin.query(
    `insert into virtual_school.pep (child_id, term, due_on) values ($1, '2026/27 Autumn', '2026-12-01')`,
    [id],
  );
  for (const { basis, grantee, until } of relations) {
    await admin.query(
      `insert into access.relationship (child_id, grantee, basis, reference, valid) values ($1, $2, $3, 'test', tstzrange('2026-01-01', $4))`,
      [id, grantee, basis, until ?? null],
    );
  }
  return id;
}
