import type { Listing, Permit } from '../../../../platform/access/permit.js';
import type { Days } from '../../../../platform/code-sets/attendance-measures.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import { AttendanceThresholdKind as Kind } from '../threshold-kind.js';
import { thresholdRules } from '../threshold-rule.js';

/** How many of these codes a packed week has; each is its own letter there. */
const many = (codes: string): string =>
  `coalesce(sum(length(w.letters) - length(translate(w.letters, '${codes}', ''))), 0)`;

const least = (kind: Kind): string => String(thresholdRules[kind].limit);

// Of a child with fewer marks than a threshold takes nothing more needs to be read. Ten days of absence are at least ten
// sessions of it, as are ten sessions.
const candidates = {
  name: 'education_threshold_candidates',
  text: `select w.child_id as "childId" from (
      select k.asked as child_id, encode(m.marks, 'escape') as letters
      from ctx.keys(ctx.permitted('EDUCATION', 'EDUCATION', 'T2', 'READ')) k
      join education.attendance_week m on m.child_id = k.held
      where m.week_beginning > $1::date - 7 and m.week_beginning <= $2::date) w
    where w.letters ~ '[GNOUI]' group by w.child_id
    having ${many('GNOU')} >= ${least(Kind.TEN_SESSIONS_UNAUTHORISED)}
      or ${many('N')} >= ${least(Kind.TWO_DAYS_UNEXPLAINED)} or ${many('I')} >= ${least(Kind.FIFTEEN_DAYS_ILL)}`,
};

/** Of whom a threshold may be reached, by the number of their marks. */
export class CandidateRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** Of every child listed from the caller’s relationships, in the order of their ids; shown in full alone. */
  async listed(permit: Permit, from: Listing, { from: first, to: last }: Days): Promise<string[]> {
    const seen = await this.unit.readListed<{ readonly childId: string }>([permit], from, {
      ...candidates,
      values: [first, last],
    });
    return [...seen].flatMap(([id, child]) => (child.outcome === 'FULL' && child.rows.length > 0 ? [id] : []));
  }
}
