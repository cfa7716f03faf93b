import { columns } from '../../subgraphs/education/attendance/source/columns.js';
import type { AcademicYear } from '../calendar.js';
import type { Enrolment, SampleChild } from '../child.js';
import { marksOf } from '../marks.js';
import { Random } from '../random.js';
import { CsvTable } from './csv-table.js';

export const attendanceTable = new CsvTable(columns);

/** The draws of one roll's register. The newest year is drawn as if there were none before it. */
export const marksRandom = ({ key }: SampleChild, { school }: Enrolment, { over, year }: AcademicYear): Random =>
  new Random('marks', key, school.urn, ...(over ? [year] : []));

/** The registers of every roll the child is or was on, a line a school day. */
export function attendanceLines(child: SampleChild, year: AcademicYear): readonly string[] {
  const { atSchool, schooling } = child;
  return (schooling?.enrolments ?? []).flatMap((enrolment) => {
    const who = {
      urn: enrolment.school.urn,
      upn: atSchool.upn ?? '',
      surname: atSchool.surname,
      forename: atSchool.forename,
      dob: atSchool.dob ?? '',
    };
    const random = marksRandom(child, enrolment, year);
    return [...marksOf(enrolment, year, random)].map((marks) => attendanceTable.line({ ...who, ...marks }));
  });
}
