import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { AgendaItemRow } from './agenda-item.row.js';

const said = Columns.of(AgendaItemRow).only('reason', 'childVoice', 'parentVoice', 'meetingOn');

/** What was said for an item of an agenda, as a read brings it back. */
export interface SaidItem extends RowOf<typeof said> {
  readonly childId: string;
}

// An item that was taken off the agenda without a word was not meant: what was said for it is not told.
const ofChildren = {
  name: 'partnership_said_of_children',
  text: `select k.asked as "childId", ${said.select('a')}
    from ctx.keys($1) k join partnership.agenda_item a on a.child_id = k.held
    where a.meeting_on <= $2 and (a.closed_at is null or a.outcome is not null)
      and (a.child_voice is not null or a.parent_voice is not null)
    order by a.meeting_on desc, a.id`,
  parse: said.parser<SaidItem>(),
};

/** What children and parents said for the agendas of teams that the caller belongs to, which row-level security holds to. */
export class SaidRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** Of the meetings up to a day. */
  ofChildren(permit: Permit, children: readonly string[], day: string): Promise<SeenChildren<SaidItem>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children, day] });
  }
}
