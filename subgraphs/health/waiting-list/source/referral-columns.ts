import type { Column } from '../../../../platform/ingest/record.js';

/** What of a referral not every provider's system says. */
export const referralColumns = [
  {
    name: 'baseline_outcome_on',
    required: false,
    mayLack: true,
    meaning: "Day of the baseline outcome measure, yyyy-mm-dd; the children's mental-health clock waits for it",
    example: '',
  },
  {
    name: 'care_plan_on',
    required: false,
    mayLack: true,
    meaning:
      "Day a care plan was agreed or an intervention begun, yyyy-mm-dd; the children's mental-health clock waits for it",
    example: '',
  },
  {
    name: 'continues_from',
    required: false,
    mayLack: true,
    meaning: "entry_ref of the entry whose wait goes on in this one; 'ODS|entry_ref' where it is another provider's",
    example: '',
    longest: 200,
  },
  {
    name: 'referral_source',
    required: false,
    mayLack: true,
    meaning:
      'Published source of referral: a code of the mental-health data set (MHSDS), such as C2 for a school, or two digits of the community one (CSDS)',
    example: '',
  },
  {
    name: 'ethnicity',
    required: false,
    mayLack: true,
    meaning: 'Published ethnic category of the NHS: A to S, Z (not stated) or 99 (not known)',
    example: '',
  },
  {
    name: 'confidential',
    required: false,
    mayLack: true,
    meaning:
      'Y where the young person wishes the referral kept to its provider, otherwise N; left as it is where blank or lacking',
    example: 'N',
  },
  {
    name: 'as_at',
    required: false,
    mayLack: true,
    meaning: 'Day the row was taken from your own system, yyyy-mm-dd; by it an older list is known for one',
    example: '',
  },
] as const satisfies readonly Column[];
