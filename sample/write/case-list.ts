import { columns } from '../../subgraphs/social-care/case-list/source/columns.js';
import { council } from '../area.js';
import type { SampleChild } from '../child.js';
import { CsvTable, type CsvRow } from './csv-table.js';

export const caseListTable = new CsvTable(columns);

/** One line an allocation; a case that waits for a worker has one line with none, a case in the returns alone has no line. */
export function caseListLines(child: SampleChild): readonly string[] {
  const { inCare, socialCare } = child;
  if (!socialCare?.listed) return [];
  const who: CsvRow<typeof columns> = {
    la_code: council.code,
    la_child_id: socialCare.id,
    forename: inCare.forename,
    surname: inCare.surname,
    dob: inCare.dob ?? '',
    expected_dob: child.expectedDob ?? '',
    sex: child.sex,
    postcode: inCare.postcode,
    nhs_number: inCare.nhsNumber ?? '',
  };
  if (socialCare.allocations.length === 0) return [caseListTable.line(who)];
  return socialCare.allocations.map(({ worker, from, until }) =>
    caseListTable.line({
      ...who,
      worker_id: worker.id,
      worker_name: worker.name,
      worker_contact: worker.contact,
      worker_role: worker.role,
      team: worker.team,
      manager_id: worker.managerId,
      allocated_from: from,
      allocated_until: until ?? '',
    }),
  );
}
