import { tidyName } from '../../../../platform/identity-client/identifier/name.js';
import type { DateBounds } from '../../../../platform/ingest/bounds.js';
import {
  hashedKey,
  identifiersOf,
  nameIn,
  nhsNumberIn,
  postcodeIn,
  sexIn,
} from '../../../../platform/ingest/person-field.js';
import { RecordDraft } from '../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed, PersonEvidence } from '../../../../platform/ingest/record.js';
import { HealthService, requiresReason, WaitingStatus } from '../status.js';
import type { WaitingListFact } from './fact.js';
import type { Draft, WaitingListFields } from './parse.js';
import { providerRecords } from './provider-records.js';
import { priorities } from './published-codes.js';
import { referralIn } from './referral-in.js';
import { stepIn } from './step-in.js';

/** One entry of a waiting list: who waits, and for what. */
export function map(parsed: Parsed<WaitingListFields>, bounds: DateBounds): MapResult<WaitingListFact> {
  const draft = new RecordDraft(parsed, bounds);
  const provider = draft.shaped('provider_ods', /^[A-Z0-9]{3,10}$/, 'ods-code-shape', '3 to 10 capitals and digits');
  const person = personOf(draft, provider);
  const entry = entryOf(draft, provider, person);
  draft.notBeforeBirth(person.dateOfBirth ?? '', entry.receivedOn, ['dob', 'received_on']);
  return draft.finish(person, [entry]);
}

function personOf(draft: Draft, provider: string): PersonEvidence {
  const nhsNumber = nhsNumberIn(draft, 'nhs_number');
  const family = tidyName(draft.required('surname'));
  const given = tidyName(draft.required('forename'));
  const dateOfBirth = draft.requiredDate('dob', 'birth');
  return {
    source: `${providerRecords.name}:${provider}`,
    sourceKey: nhsNumber ?? hashedKey(provider, family, given, dateOfBirth),
    given,
    family,
    preferred: null,
    previousFamily: null,
    dateOfBirth,
    sex: sexIn(draft, 'sex'),
    postcode: postcodeIn(draft, 'postcode'),
    identifiers: identifiersOf(['NHS_NUMBER', nhsNumberIn(draft, 'former_nhs_number')], ['NHS_NUMBER', nhsNumber]),
  };
}

function entryOf(draft: Draft, providerOds: string, person: PersonEvidence): WaitingListFact {
  draft.required('service');
  draft.required('status');
  const status = draft.code('status', WaitingStatus, 'status-unknown') ?? WaitingStatus.REFERRED;
  const receivedOn = draft.requiredDate('received_on', 'event');
  const statusOn = draft.requiredDate('status_on', 'event');
  if (statusOn !== '' && statusOn < receivedOn)
    draft.reject('status-before-referral', 'status_on is before received_on.');
  const reason = draft.text('reason');
  if (reason === null && requiresReason(status))
    draft.reject('reason-missing', 'The status needs a reason and has none.');
  return {
    kind: 'waiting-list-entry',
    providerOds,
    providerName: draft.text('provider_name'),
    entryRef: draft.required('entry_ref'),
    service: draft.code('service', HealthService, 'service-unknown') ?? HealthService.CAMHS,
    status,
    statusOn,
    priority: draft.code('priority', priorities, 'priority-unknown'),
    receivedOn,
    nextStep: draft.text('next_step'),
    nextAppointmentOn: draft.date('next_appointment_on', 'ahead'),
    supportWhileWaiting: supportIn(draft),
    referredBy: draft.text('referred_by'),
    reason,
    clinicianName: nameIn(draft, 'clinician_name'),
    ...referralIn(draft, { providerOds, receivedOn, statusOn }, person),
    step: stepIn(draft, status, receivedOn),
  };
}

function supportIn(draft: Draft): string[] {
  const parts = draft.text('support_while_waiting')?.split(';') ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
