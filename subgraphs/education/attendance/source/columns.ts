import type { Column } from '../../../../platform/ingest/record.js';

/** One row a pupil and school day, with its two session marks. Our own format: UTF-8, ISO dates. */
export const columns = [
  { name: 'urn', required: true, meaning: 'URN of the school that kept the register, 6 digits', example: '900001' },
  {
    name: 'upn',
    required: false,
    meaning: 'Unique pupil number, 13 characters; left out where its check letter is wrong',
    example: 'B801200005001',
  },
  { name: 'surname', required: true, meaning: 'Legal surname', example: 'Okafor' },
  { name: 'forename', required: true, meaning: 'Legal forename', example: 'Thaddeus' },
  { name: 'dob', required: true, meaning: 'Date of birth, yyyy-mm-dd', example: '2015-02-11' },
  { name: 'date', required: true, meaning: 'The school day, yyyy-mm-dd', example: '2026-01-12' },
  {
    name: 'am',
    required: false,
    meaning: 'Published attendance code of the morning session; blank where no mark was made',
    example: '/',
  },
  {
    name: 'pm',
    required: false,
    meaning: 'Published attendance code of the afternoon session; blank where no mark was made',
    example: '\\',
  },
] as const satisfies readonly Column[];
