import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { KeptSuspensionRow } from './kept-suspension.row.js';

const suspension = Columns.of(KeptSuspensionRow).without('sourceDomain', 'sourceTier');

/** A suspension as education tells it: each once. */
export type ToldSuspension = Omit<RowOf<typeof suspension>, 'childId'>;

const shown = suspension.without('childId');

/** A suspension as kept, with the child it was asked for by. */
export interface KeptSuspension extends ToldSuspension {
  readonly childId: string;
}

const ofChildren = {
  name: 'virtual_school_kept_suspensions',
  text: `select k.asked as "childId", ${shown.select('s')}
    from ctx.keys($1) k join virtual_school.kept_suspension s on s.child_id = k.held
    order by s.started_on, s.school_urn, s.category`,
  parse: shown.parser<KeptSuspension>(),
};

/** The copy of education's suspensions, of children who are followed. */
export class KeptSuspensionRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<KeptSuspension>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}

/** Makes the copy of these children's suspensions what is given, and of those not given nothing. */
export async function replaceSuspensions(
  writing: Writing,
  children: readonly string[],
  given: ReadonlyMap<string, readonly ToldSuspension[]>,
): Promise<void> {
  const rows = [...given].flatMap(([childId, suspensions]) => suspensions.map((one) => ({ ...one, childId })));
  await writing.replace(suspension, children, rows);
}
