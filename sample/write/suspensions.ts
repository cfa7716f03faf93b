import { columns } from '../../subgraphs/education/suspension/source/columns.js';
import type { SampleChild } from '../child.js';
import type { Suspension } from '../suspension.js';
import { CsvTable } from './csv-table.js';

export const suspensionsTable = new CsvTable(columns);

/** A line for each suspension or exclusion by a school that the child is or was on the roll of. */
export function suspensionLines({ atSchool, schooling }: SampleChild): readonly string[] {
  return (schooling?.enrolments ?? []).flatMap(({ school, pattern }) =>
    (pattern.suspensions ?? []).map((suspension) =>
      suspensionsTable.line({
        urn: school.urn,
        upn: atSchool.upn ?? '',
        surname: atSchool.surname,
        forename: atSchool.forename,
        dob: atSchool.dob ?? '',
        ...toldOf(suspension),
      }),
    ),
  );
}

function toldOf({ category, from, session, length, reasons, cancelled, provision }: Suspension) {
  return {
    started_on: from,
    session: category === 'SUSP' ? session : '',
    sessions: category === 'SUSP' ? String(length) : '',
    lunchtimes: category === 'LNCH' ? String(length) : '',
    category,
    reasons: reasons.join(' '),
    cancelled_on: cancelled?.on ?? '',
    sessions_served: cancelled === undefined ? '' : String(cancelled.served),
    provision_on: provision?.on ?? '',
    provider: provision?.provider ?? '',
  };
}
