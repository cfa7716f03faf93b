import type { Purpose } from '../../../platform/vocabulary/purpose.js';
import { isAmong, type RoleGroup } from '../../../platform/vocabulary/role-groups.js';

/** Those who answer for what the hub holds: who plan by it, look after it, put its records together, or bring it. */
const answerable = [
  'analyst',
  'commissioner',
  'match-reviewer',
  'ig-officer',
  'auditor',
  'integrator',
] as const satisfies RoleGroup;

interface Asker {
  readonly role: string;
  readonly purpose: Purpose;
  readonly scopes: readonly string[];
}

/**
 * How much came of each source, how much of it was not taken, and by which rules: shown to those who answer for what the hub
 * holds. It counts lines of files; no child can be told from it, so that no relationship is asked for. The database holds to
 * it as well (`partnership.reads_quality`). Source: access.md, "Audit": rejects hold file, line and rule, no value.
 */
export const mayReadQuality = ({ role }: Pick<Asker, 'role'>): boolean => isAmong(role, answerable);

/**
 * Which lines of its files could not be taken: shown to whoever brings that very source's files, while they do, for they have
 * the records themselves; to nobody else, since a line leads whoever has the file to a child. The database holds to it as
 * well (`partnership.brings`).
 */
export const mayReadLines = ({ role, purpose, scopes }: Asker, source: string): boolean =>
  role === 'integrator' && purpose === 'INGEST' && scopes.includes(`ingest:${source}`);
