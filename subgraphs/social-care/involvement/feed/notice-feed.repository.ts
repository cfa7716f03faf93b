import type { Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import type { RecordedSpan } from '../case-closed.js';
import { StatusIntervalRow } from '../status-interval.row.js';

const span = Columns.of(StatusIntervalRow).only('status', 'from', 'until');

/** A status that was held, by the id the child was asked for by. */
export interface StoredSpan extends RecordedSpan {
  readonly childId: string;
}

const ofChildren = {
  name: 'social_care_spans_told_of',
  text: `select k.asked as "childId", s.child_id as "recordId", ${span.select('s')}
    from ctx.keys($1) k join social_care.status_interval s on s.child_id = k.held`,
  parse: span.parser<StoredSpan>(),
};

/** The statuses whose end somebody may have to be told of. */
export class NoticeFeedRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredSpan>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
