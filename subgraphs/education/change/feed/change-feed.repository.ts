import type { Permit } from '../../../../platform/access/permit.js';
import type { SeenChildren } from '../../../../platform/access/seen.js';
import { Columns } from '../../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../../platform/db/unit-of-work.js';
import { AttendanceCorrectionRow } from '../../attendance-correction/attendance-correction.row.js';
import { SuspensionProvisionRow } from '../../suspension/suspension-provision.row.js';
import { SuspensionRow } from '../../suspension/suspension.row.js';
import type { ChangedMark } from '../mark-changes.js';
import { EducationHistoryRow } from '../education-history.row.js';
import type { RecordedProvision } from '../provision-changes.js';
import type { NotedAtSchool } from '../schooling-in-words.js';
import type { SuspensionSaid } from '../suspension-changes.js';

const noted = Columns.of(EducationHistoryRow).without('childId');
const mark = Columns.of(AttendanceCorrectionRow).only('id', 'on', 'session', 'was', 'became', 'recordedAt');
const said = Columns.of(SuspensionRow).only(
  ...(['id', 'startedOn', 'category', 'version', 'sessions', 'lunchtimes', 'cancelledOn'] as const),
  ...(['reinstatedOn', 'recordedAt', 'supersededAt'] as const),
);
const provision = Columns.of(SuspensionProvisionRow).only(
  ...(['id', 'urn', 'startedOn', 'category', 'inPlaceOn', 'recordedAt', 'actorName'] as const),
);

/** All that was learnt under one record. */
export interface StoredLearning {
  readonly childId: string;
  readonly facts: readonly NotedAtSchool[];
  readonly marks: readonly ChangedMark[];
  readonly suspensions: readonly SuspensionSaid[];
  readonly provisions: readonly RecordedProvision[];
}

const nameOf = (urn: string): string => `(select s.name from education.school s where s.urn = ${urn})`;
const record = { recordId: 'k.held' };

const ofChildren = {
  name: 'education_changes_of_children',
  text: `select k.asked as "childId",
      (select ${noted.list('f', 'f.id', { ...record, schoolName: nameOf(`coalesce(f.became, f.was) ->> 'urn'`) })}
        from education.fact_history f where f.child_id = k.held) as facts,
      (select ${mark.list('c', 'c.recorded_at, c.id', { ...record, schoolName: nameOf('c.urn') })}
        from education.attendance_correction c where c.child_id = k.held) as marks,
      (select ${said.list('p', 'p.version', { ...record, urn: 'p.urn', schoolName: nameOf('p.urn') })}
        from education.suspension p where p.child_id = k.held) as suspensions,
      (select ${provision.list('g', 'g.recorded_at, g.id', record)}
        from education.suspension_provision g where g.child_id = k.held) as provisions
    from ctx.keys($1) k`,
  parse: Columns.within<StoredLearning>({ facts: noted, marks: mark, suspensions: said, provisions: provision }),
};

/** What education learnt of children and when. */
export class ChangeFeedRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredLearning>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
