import { columns } from '../../subgraphs/health/waiting-list/source/columns.js';
import type { SampleChild } from '../child.js';
import { CsvTable } from './csv-table.js';

// No sample child's number was superseded.
export const waitingListTable = new CsvTable(columns.filter(({ name }) => name !== 'former_nhs_number'));

/** The child's entries with one provider, a line each. */
export function waitingListLines(child: SampleChild, ods: string): readonly string[] {
  const { inHealth } = child;
  return child.waits
    .filter((wait) => wait.provider.ods === ods)
    .map((wait) =>
      waitingListTable.line({
        provider_ods: ods,
        provider_name: wait.provider.name,
        entry_ref: wait.ref,
        nhs_number: inHealth.nhsNumber ?? '',
        surname: inHealth.surname,
        forename: inHealth.forename,
        dob: inHealth.dob ?? '',
        sex: child.sex,
        postcode: inHealth.postcode,
        service: wait.service,
        status: wait.status,
        status_on: wait.statusOn,
        priority: wait.priority,
        received_on: wait.receivedOn,
        next_step: wait.nextStep,
        next_appointment_on: wait.nextAppointmentOn ?? '',
        support_while_waiting: wait.support.join('; '),
        referred_by: wait.referredBy,
        reason: wait.reason,
        clinician_name: wait.clinician,
      }),
    );
}
