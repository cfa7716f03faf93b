import { expect } from '@jest/globals';
import type { Outcome, Rule, Tier } from '../../platform/access/rule.js';
import type { Domain } from '../../platform/vocabulary/domain.js';
import type { TestHub } from './hub.js';

/** Which rules are to say another outcome: of one kind of fact, all of them or those of one basis. */
interface Meant {
  readonly about: Domain;
  readonly tier: Tier;
  readonly act?: Rule['act'];
  readonly basis?: string;
}

/**
 * Has facts shared as if the rules said so: in this hub's database, which is where the outcome is decided. Policies of
 * today show every record in full, or not at all.
 */
export async function shareAs(
  { admin }: TestHub,
  outcome: Exclude<Outcome, 'NOT_SHARED'>,
  { about, tier, act = 'READ', basis }: Meant,
): Promise<void> {
  const changed = await admin.query(
    `update access.rule set outcome = $1 where about = $2 and tier = $3 and act = $4 and basis = coalesce($5, basis)`,
    [outcome, about, tier, act, basis ?? null],
  );
  expect(changed.rowCount).toBeGreaterThan(0);
  await admin.query('select access.compile_rulings()');
}
