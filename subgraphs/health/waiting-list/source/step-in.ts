import type { FileStep } from '../file-said.js';
import { HealthService, WaitingStatus } from '../status.js';
import type { Draft } from './parse.js';
import { broughtCodes, cancelledCodes, rttStatuses, yesOrNo } from './published-codes.js';

const ODS = /^[A-Z0-9]{3,10}$/;

/** What a row says of the step that its status is, of a referral received on a day. */
export function stepIn(draft: Draft, status: WaitingStatus, receivedOn: string): FileStep {
  const step = {
    appointmentOn: draft.ifToldOf('appointment_on', (column) => draft.date(column, 'ahead')),
    firstAppointment: draft.ifToldOf('first_appointment', (column) => flagIn(draft, column)),
    properlyOffered: draft.ifToldOf('properly_offered', (column) => flagIn(draft, column)),
    wasNotBrought: draft.ifToldOf(
      'was_not_brought',
      (column) => draft.code(column, broughtCodes, 'was-not-brought-unknown') ?? false,
    ),
    cancelledBy: draft.ifToldOf('cancelled_by', (column) => draft.code(column, cancelledCodes, 'cancelled-by-unknown')),
    rttStatus: draft.ifToldOf('rtt_status', (column) => draft.code(column, rttStatuses, 'rtt-status-unknown')),
    redirectTo: draft.ifToldOf('redirect_to', (column) => draft.code(column, HealthService, 'service-unknown')),
    redirectProvider: draft.ifToldOf('redirect_provider', (column) =>
      draft.text(column) === null ? null : draft.shaped(column, ODS, 'ods-code-shape', '3 to 10 capitals and digits'),
    ),
  };
  refuseAtOdds(draft, step, status, receivedOn);
  return step;
}

function refuseAtOdds(draft: Draft, step: FileStep, status: WaitingStatus, receivedOn: string): void {
  if (step.appointmentOn && step.appointmentOn < receivedOn)
    draft.reject('before-referral', 'appointment_on is before received_on.');
  if (step.wasNotBrought && step.cancelledBy)
    draft.reject('cancelled-and-not-brought', 'An appointment that was cancelled is not one that was missed.');
  if (status !== WaitingStatus.REDIRECTED && (step.redirectTo ?? step.redirectProvider ?? null) !== null)
    draft.reject('redirected-by-another-status', 'redirect_to and redirect_provider go with REDIRECTED alone.');
}

function flagIn(draft: Draft, column: 'first_appointment' | 'properly_offered'): boolean {
  return draft.code(column, yesOrNo, 'yes-or-no-unknown') ?? false;
}
