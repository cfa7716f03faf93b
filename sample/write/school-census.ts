import { columns } from '../../subgraphs/education/enrolment/source/columns.js';
import type { SampleChild } from '../child.js';
import { CsvTable } from './csv-table.js';

export const schoolCensusTable = new CsvTable(columns);

/** One line for each roll the child is or was on this year. */
export function schoolCensusLines(child: SampleChild): readonly string[] {
  const { atSchool, schooling } = child;
  if (schooling === null) return [];
  const [primary = '', secondary = ''] = schooling.senNeeds;
  return schooling.enrolments.map(({ school, ncYear, status, from, until }) =>
    schoolCensusTable.line({
      urn: school.urn,
      upn: atSchool.upn ?? '',
      former_upn: child.formerUpn,
      surname: atSchool.surname,
      forename: atSchool.forename,
      preferred_forename: child.preferredForename,
      former_surname: child.formerSurname,
      dob: atSchool.dob ?? '',
      sex: child.sex,
      postcode: atSchool.postcode,
      nc_year: ncYear,
      enrol_status: status,
      entry_date: from,
      leaving_date: until ?? '',
      sen_provision: schooling.senProvision,
      sen_need_primary: primary,
      sen_need_secondary: secondary,
      fsm: schooling.freeMeals ? '1' : '0',
      adopted_from_care: schooling.adoptedFromCare,
    }),
  );
}
