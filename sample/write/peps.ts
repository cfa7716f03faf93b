import { columns } from '../../subgraphs/virtual-school/pep/source/columns.js';
import { council } from '../area.js';
import type { SampleChild } from '../child.js';
import { CsvTable } from './csv-table.js';

export const pepsTable = new CsvTable(columns);

/** The child's personal education plans, a line a term. */
export function pepsLines(child: SampleChild): readonly string[] {
  const { inCare, socialCare } = child;
  return child.peps.map((pep) =>
    pepsTable.line({
      la_code: council.code,
      la_child_id: socialCare?.id ?? '',
      upn: inCare.upn ?? '',
      surname: inCare.surname,
      forename: inCare.forename,
      dob: inCare.dob ?? '',
      term: pep.term,
      due_on: pep.dueOn,
      completed_on: pep.completedOn ?? '',
      quality: pep.quality,
      pupil_premium_plus_pence: String(pep.pupilPremiumPlusPence),
      pupil_premium_plus_allocated_pence: String(pep.allocatedPence),
      designated_teacher_on: pep.designatedTeacherOn ?? '',
      child_views_on: pep.childViewsOn ?? '',
      signed_off_on: pep.signedOffOn ?? '',
    }),
  );
}
