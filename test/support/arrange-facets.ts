import { createHash } from 'node:crypto';
import type { Client } from 'pg';

/** Three numbers anybody may be given, and one of a council's own: check characters do not matter to a row. */
const numbers = [
  ['UPN', 'Z999000000001'],
  ['ULN', '9990000001'],
  ['NHS_NUMBER', '9990000018'],
  ['SOCIAL_CARE_ID', '990/TEST-1'],
] as const;

/** Providers that keep lists, and one of them whose service is not named outside health. */
const providers = ['XAC01', 'XSL02', 'XCP04'] as const;
export const unnamedService = { service: 'SCHOOL_NURSING', provider: 'XCP04' } as const;

/**
 * What only some see of an arranged child: a number of every kind, a wait for a service that is not named, and statuses, workers, plans and a return of other days
 * than today, in 2025 and in 2027. The plan and the copy of the status that hold today are added to them.
 */
export async function arrangeFacets(admin: Client, child: string): Promise<void> {
  for (const [type, value] of numbers)
    await admin.query(
      `insert into partnership.identifier (type, value, child_id, verified, value_hash) values ($1, $2, $3, true, $4)`,
      [type, value, child, createHash('sha256').update(`${child}|${type}`).digest('hex')],
    );
  await admin.query(`insert into health.provider select p, p from unnest($1::text[]) p on conflict do nothing`, [
    providers,
  ]);
  const { service, provider } = unnamedService;
  await admin.query(
    `insert into health.sensitive_service (service, provider_ods, held_from, source) values ($1, $2, '2026-01-05', 'test') on conflict do nothing`,
    [service, provider],
  );
  await admin.query(
    `insert into health.waiting_list_entry (child_id, provider_ods, entry_ref, service, status, status_on, received_on)
     values ($1, $2, $3, $4, 'ACCEPTED_WAITING', '2026-09-01', '2026-06-02')`,
    [child, provider, child, service],
  );
  await admin.query(
    `insert into social_care.status_interval values ($1, 'test', 'CHILD_IN_NEED/2025-01-06', 'CHILD_IN_NEED', '2025-01-06', '2025-09-01'),
       ($1, 'test', 'CHILD_IN_NEED/2027-01-04', 'CHILD_IN_NEED', '2027-01-04', null)`,
    [child],
  );
  await admin.query(
    `insert into social_care.allocation (child_id, council, worker_id, worker_name, held_from, held_until)
     values ($1, '990', 'sw-002', 'Sam Oyelaran', '2025-01-06', '2025-09-01')`,
    [child],
  );
  await admin.query(
    `insert into social_care.care_plan (child_id, source, source_ref, kind, started_on, ended_on)
     values ($1, 'test', 'past', 'CHILD_IN_NEED', '2025-01-06', '2025-09-01'), ($1, 'test', 'present', 'CHILD_PROTECTION', '2026-03-02', null)`,
    [child],
  );
  await admin.query(
    `insert into social_care.yearly_return (child_id, source, year, whole, spells) values ($1, 'test', 2026, true, '[]')`,
    [child],
  );
  await admin.query(
    `insert into virtual_school.kept_interval (child_id, status, held_from, held_until)
     values ($1, 'CHILD_IN_NEED', '2025-01-06', '2025-09-01'), ($1, 'CHILD_PROTECTION', '2026-03-02', null)`,
    [child],
  );
}
