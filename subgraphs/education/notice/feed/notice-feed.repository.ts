import type { Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import { EnrolmentRow } from '../../enrolment/enrolment.row.js';
import type { ToldSpell } from '../../enrolment/roll-facts.js';
import { SchoolRow } from '../../school/school.row.js';
import type { ToldSuspension } from '../../suspension/suspension-facts.js';
import { SuspensionRow } from '../../suspension/suspension.row.js';

const spell = Columns.of(EnrolmentRow).only('id', 'from', 'until', 'status', 'recordedAt');
const suspension = Columns.of(SuspensionRow).only(
  'startedOn',
  'category',
  'sessions',
  'lunchtimes',
  'cancelledOn',
  'served',
  'recordedAt',
);
const school = Columns.of(SchoolRow).only('name', 'type');

/** What is held under one id of a child: a child comes back once for each of the ids that are linked. */
export interface StoredFacts {
  readonly childId: string;
  readonly spells: readonly ToldSpell[];
  readonly suspensions: readonly ToldSuspension[];
}

const at = (alias: string): Record<string, string> => ({
  recordId: `${alias}.child_id`,
  school: school.object('s', { urn: `${alias}.urn` }),
});

const ofChildren = {
  name: 'education_facts_told_of',
  text: `select k.asked as "childId",
      (select ${spell.list('e', 'e.entry_on, e.urn, e.id', at('e'))}
        from education.enrolment e left join education.school s on s.urn = e.urn where e.child_id = k.held) as spells,
      (select ${suspension.list('x', 'x.started_on, x.urn, x.id', at('x'))}
        from education.suspension x left join education.school s on s.urn = x.urn
        where x.child_id = k.held and x.superseded_at is null) as suspensions
    from ctx.keys($1) k order by k.asked, k.held`,
  parse: Columns.within<StoredFacts>({ spells: spell, suspensions: suspension }),
};

/** The facts of which somebody may have to be told. */
export class NoticeFeedRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredFacts>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
