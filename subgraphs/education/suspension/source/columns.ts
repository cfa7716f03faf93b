import type { Column } from '../../../../platform/ingest/record.js';

/** One row a suspension, lunchtime suspension or permanent exclusion. Our own format: UTF-8, ISO dates. */
export const columns = [
  { name: 'urn', required: true, meaning: 'URN of the school that suspended the pupil, 6 digits', example: '900001' },
  {
    name: 'upn',
    required: false,
    meaning: 'Unique pupil number, 13 characters; left out where its check letter is wrong',
    example: 'B801200005001',
  },
  { name: 'surname', required: true, meaning: 'Legal surname', example: 'Okafor' },
  { name: 'forename', required: true, meaning: 'Legal forename', example: 'Thaddeus' },
  { name: 'dob', required: true, meaning: 'Date of birth, yyyy-mm-dd', example: '2015-02-11' },
  {
    name: 'started_on',
    required: true,
    meaning: 'First day of it, yyyy-mm-dd. With the category it tells one of a pupil’s suspensions from another',
    example: '2026-01-12',
  },
  { name: 'session', required: false, meaning: 'Of SUSP, its first session: AM or PM; AM where blank', example: 'AM' },
  { name: 'sessions', required: false, meaning: 'Of SUSP, and required there: sessions, 1 to 90', example: '3' },
  { name: 'lunchtimes', required: false, meaning: 'Of LNCH, and required there: lunchtimes, 1 to 90', example: '' },
  {
    name: 'category',
    required: true,
    meaning: 'SUSP suspension, LNCH lunchtime suspension, PERM permanent exclusion',
    example: 'SUSP',
  },
  {
    name: 'reasons',
    required: false,
    meaning:
      'Up to three published codes with spaces between, the main one first (PP PA VP VA OW BU RA LG DS SM DA DM TH DB MT PH; OT before 2020/21)',
    example: 'DB VA',
  },
  { name: 'cancelled_on', required: false, meaning: 'Day it was cancelled, yyyy-mm-dd', example: '' },
  {
    name: 'sessions_served',
    required: false,
    meaning: 'Sessions, of LNCH lunchtimes, served before it was cancelled; required of a cancelled SUSP or LNCH',
    example: '',
  },
  {
    name: 'provision_on',
    required: false,
    meaning: 'Day full-time provision was in place, yyyy-mm-dd; a blank takes back no day told before',
    example: '',
  },
  { name: 'provider', required: false, meaning: 'Who gives the provision', example: '', longest: 200 },
  {
    name: 'council_told_on',
    required: false,
    mayLack: true,
    meaning:
      'Day the council was told of it, yyyy-mm-dd; that of the first file where blank. Of this and the next four a blank takes back nothing told before',
    example: '',
  },
  {
    name: 'reviewed_on',
    required: false,
    mayLack: true,
    meaning: 'Day of its last review, by the governing board or by an independent panel, yyyy-mm-dd',
    example: '',
  },
  {
    name: 'review_result',
    required: false,
    mayLack: true,
    meaning:
      'What came of it: A, E or H of the governing board’s review; of a PERM also B, C, D, F, G, J or K, of an independent panel’s',
    example: '',
  },
  {
    name: 'reinstated_on',
    required: false,
    mayLack: true,
    meaning: 'Day the pupil was reinstated, yyyy-mm-dd',
    example: '',
  },
  {
    name: 'sen_expert',
    required: false,
    mayLack: true,
    meaning: 'Of a panel’s review: Y where it heard an expert in special educational needs, N where not',
    example: '',
  },
] as const satisfies readonly Column[];
