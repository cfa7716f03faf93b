import type { Column } from '../../../../platform/ingest/record.js';
import { referralColumns } from './referral-columns.js';
import { stepColumns } from './step-columns.js';

/** One row a child and service waited for, from one health provider. Our own format: UTF-8, ISO dates. */
export const columns = [
  { name: 'provider_ods', required: true, meaning: 'ODS code of the provider', example: 'ZQ1' },
  {
    name: 'provider_name',
    required: false,
    meaning: 'What the provider is called',
    example: 'Quayside Health NHS Trust',
    longest: 200,
  },
  {
    name: 'entry_ref',
    required: true,
    meaning: "The provider's own reference of the entry, unique to it",
    example: 'ZQ1-000017',
  },
  {
    name: 'nhs_number',
    required: false,
    meaning: 'NHS number, 10 digits; left out where its check digit is wrong',
    example: '9990000018',
  },
  {
    name: 'former_nhs_number',
    required: false,
    mayLack: true,
    meaning: 'The NHS number that nhs_number took the place of, where one did; left out where its check digit is wrong',
    example: '',
  },
  { name: 'surname', required: true, meaning: 'Surname', example: 'Okafor' },
  { name: 'forename', required: true, meaning: 'Forename', example: 'Thaddeus' },
  { name: 'dob', required: true, meaning: 'Date of birth, yyyy-mm-dd', example: '2015-02-11' },
  { name: 'sex', required: false, meaning: 'F, M or U (unknown)', example: 'M' },
  { name: 'postcode', required: false, meaning: 'Postcode of the home', example: 'ZZ99 3CZ' },
  {
    name: 'service',
    required: true,
    meaning:
      'CAMHS SALT NEURODEVELOPMENTAL OCCUPATIONAL_THERAPY PHYSIOTHERAPY COMMUNITY_PAEDIATRICS MENTAL_HEALTH_SUPPORT_TEAM or SCHOOL_NURSING',
    example: 'SALT',
  },
  {
    name: 'status',
    required: true,
    meaning:
      'REFERRED TRIAGE INFO_NEEDED ACCEPTED_WAITING BOOKED DID_NOT_ATTEND ON_HOLD SEEN_FIRST IN_TREATMENT DISCHARGED REJECTED REDIRECTED WITHDRAWN or ENTERED_IN_ERROR',
    example: 'ACCEPTED_WAITING',
  },
  { name: 'status_on', required: true, meaning: 'Day the entry took this status, yyyy-mm-dd', example: '2025-10-14' },
  {
    name: 'priority',
    required: false,
    meaning: 'ROUTINE or URGENT, or the published priority type: 1 routine, 2 urgent, 3 two week wait (as urgent)',
    example: 'ROUTINE',
  },
  { name: 'received_on', required: true, meaning: 'Day the referral was received, yyyy-mm-dd', example: '2025-09-22' },
  {
    name: 'next_step',
    required: false,
    meaning: 'What happens next, in words for the family',
    example: 'First assessment',
    longest: 500,
  },
  {
    name: 'next_appointment_on',
    required: false,
    meaning: 'Day of the next appointment, yyyy-mm-dd',
    example: '2026-03-05',
  },
  {
    name: 'support_while_waiting',
    required: false,
    meaning: 'What the child and school can use while waiting, separated by semicolons',
    example: 'Talk Time drop-in; Advice line',
    longest: 2000,
  },
  {
    name: 'referred_by',
    required: false,
    meaning: 'Who referred, as a role and organisation',
    example: 'SENCO, Alder Bank Primary School',
    longest: 200,
  },
  {
    name: 'reason',
    required: false,
    meaning: 'Why the status was taken; required for REJECTED REDIRECTED ON_HOLD WITHDRAWN and DISCHARGED',
    example: '',
    longest: 500,
  },
  {
    name: 'clinician_name',
    required: false,
    meaning: 'Clinician who holds the case, where there is one',
    example: 'Imre Valdez',
  },
  ...stepColumns,
  ...referralColumns,
] as const satisfies readonly Column[];
