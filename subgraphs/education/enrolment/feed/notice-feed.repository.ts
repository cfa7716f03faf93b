import type { Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import { SchoolRow } from '../../school/school.row.js';
import { EnrolmentRow } from '../enrolment.row.js';
import type { ToldSpell } from '../roll-facts.js';

const spell = Columns.of(EnrolmentRow).only('id', 'from', 'until', 'status', 'recordedAt');
const school = Columns.of(SchoolRow).only('name', 'type');

/** A spell of a child’s, by the id the child was asked for by. */
export interface StoredSpell extends ToldSpell {
  readonly childId: string;
}

const ofChildren = {
  name: 'education_spells_told_of',
  text: `select k.asked as "childId", e.child_id as "recordId", ${spell.select('e')}, ${school.object('s', { urn: 'e.urn' })} as school
    from ctx.keys($1) k join education.enrolment e on e.child_id = k.held
    left join education.school s on s.urn = e.urn
    order by e.entry_on, e.urn, e.id`,
  parse: spell.parser<StoredSpell>({ school }),
};

/** The spells of which somebody may have to be told. */
export class NoticeFeedRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredSpell>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
