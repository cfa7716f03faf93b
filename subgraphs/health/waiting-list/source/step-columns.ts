import type { Column } from '../../../../platform/ingest/record.js';

/** What the present status is about, where a provider's system can say it: of the step, not of the referral. */
export const stepColumns = [
  {
    name: 'appointment_on',
    required: false,
    mayLack: true,
    meaning: 'Day of the appointment that this status booked, or that was missed or cancelled by it, yyyy-mm-dd',
    example: '',
  },
  {
    name: 'first_appointment',
    required: false,
    mayLack: true,
    meaning: 'Y where that appointment is the first one offered for this referral, otherwise N',
    example: 'N',
  },
  {
    name: 'properly_offered',
    required: false,
    mayLack: true,
    meaning:
      'Y where it was offered with reasonable notice and choice, otherwise N; only such a one nullifies an RTT clock',
    example: 'N',
  },
  {
    name: 'was_not_brought',
    required: false,
    mayLack: true,
    meaning:
      'Y where the child was not brought to it, otherwise N; or the published attendance status, of which 3 is Y',
    example: 'N',
  },
  {
    name: 'cancelled_by',
    required: false,
    mayLack: true,
    meaning:
      'FAMILY or PROVIDER; or the published attendance status, of which 2 is FAMILY, 4 is PROVIDER, the others neither',
    example: '',
  },
  {
    name: 'rtt_status',
    required: false,
    mayLack: true,
    meaning:
      'Published referral to treatment period status, 10 to 99, where the service is led by a consultant; another one of the same status has a status_on of its own',
    example: '',
  },
  {
    name: 'redirect_to',
    required: false,
    mayLack: true,
    meaning:
      'The service it was sent on to, as in service; the same one where blank and redirect_provider is not; for REDIRECTED alone',
    example: '',
  },
  {
    name: 'redirect_provider',
    required: false,
    mayLack: true,
    meaning:
      'ODS code of the provider it was sent on to, where the wait goes on; your own where blank and redirect_to is not; for REDIRECTED alone',
    example: '',
  },
] as const satisfies readonly Column[];
