import type { Column } from '../../../../platform/ingest/record.js';

/** One row a pupil on a school's roll, after the school census's pupil tables. Our own format: UTF-8, ISO dates. */
export const columns = [
  { name: 'urn', required: true, meaning: 'URN of the school whose roll this is, 6 digits', example: '900001' },
  {
    name: 'upn',
    required: false,
    meaning: 'Unique pupil number, 13 characters; left out where its check letter is wrong',
    example: 'B801200005001',
  },
  { name: 'former_upn', required: false, meaning: 'An earlier unique pupil number of the same pupil', example: '' },
  { name: 'surname', required: true, meaning: 'Legal surname', example: 'Okafor' },
  { name: 'forename', required: true, meaning: 'Legal forename', example: 'Thaddeus' },
  { name: 'preferred_forename', required: false, meaning: 'Forename the pupil goes by', example: 'Tad' },
  { name: 'former_surname', required: false, meaning: 'An earlier surname', example: '' },
  { name: 'dob', required: true, meaning: 'Date of birth, yyyy-mm-dd', example: '2015-02-11' },
  { name: 'sex', required: false, meaning: 'F, M or U (unknown)', example: 'M' },
  { name: 'postcode', required: false, meaning: 'Postcode of the home', example: 'ZZ99 3CZ' },
  {
    name: 'nc_year',
    required: false,
    meaning: 'National curriculum year: E1, E2, N1, N2, R, 1 to 14, M (mixed), X (not followed)',
    example: '5',
  },
  {
    name: 'enrol_status',
    required: true,
    meaning: 'C current, M current main (dual), S current subsidiary (dual), F FE college, O other',
    example: 'C',
  },
  { name: 'entry_date', required: true, meaning: 'First day on the roll, yyyy-mm-dd', example: '2019-09-04' },
  {
    name: 'leaving_date',
    required: false,
    meaning: 'First day no longer on the roll, yyyy-mm-dd; blank while on the roll',
    example: '',
  },
  {
    name: 'sen_provision',
    required: true,
    meaning: 'N no special educational need, K SEN support, E EHC plan',
    example: 'K',
  },
  {
    name: 'sen_need_primary',
    required: false,
    meaning: 'SEN type code of the main need (SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD DS OTH NSA)',
    example: 'SLCN',
  },
  { name: 'sen_need_secondary', required: false, meaning: 'SEN type code of the second need', example: '' },
  { name: 'fsm', required: false, meaning: 'Eligible for free school meals: 1 yes, 0 no', example: '1' },
  {
    name: 'adopted_from_care',
    required: false,
    meaning: 'N no; left care by A adoption, G special guardianship, R residence order, C child arrangements order',
    example: 'N',
  },
] as const satisfies readonly Column[];
