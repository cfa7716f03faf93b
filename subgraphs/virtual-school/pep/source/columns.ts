import { councilCode } from '../../../../platform/vocabulary/council-code.js';
import type { Column } from '../../../../platform/ingest/record.js';

/** One row a child and term's personal education plan, from a virtual school. Our own format: UTF-8, ISO dates. */
export const columns = [
  {
    name: 'la_code',
    required: true,
    meaning: 'Local authority code of the virtual school, 3 digits',
    example: councilCode,
  },
  {
    name: 'la_child_id',
    required: false,
    meaning: "The council's own id of the child; this or a valid upn is required",
    example: 'SC100042',
  },
  {
    name: 'upn',
    required: false,
    meaning: 'Unique pupil number, 13 characters; left out where its check letter is wrong',
    example: 'B801200005001',
  },
  { name: 'surname', required: true, meaning: 'Surname', example: 'Okafor' },
  { name: 'forename', required: true, meaning: 'Forename', example: 'Thaddeus' },
  { name: 'dob', required: true, meaning: 'Date of birth, yyyy-mm-dd', example: '2015-02-11' },
  {
    name: 'term',
    required: true,
    meaning:
      'Academic year and term: AUT, SPR or SUM, as in the school census; of the first plan after a child became looked after, the term of its first review',
    example: '2025/26 SPR',
  },
  { name: 'due_on', required: true, meaning: 'Day the plan is due, yyyy-mm-dd', example: '2026-02-13' },
  { name: 'completed_on', required: false, meaning: 'Day the plan was completed, yyyy-mm-dd', example: '2026-02-10' },
  { name: 'quality', required: false, meaning: "The virtual school's rating: RED, AMBER or GREEN", example: 'GREEN' },
  {
    name: 'pupil_premium_plus_pence',
    required: false,
    meaning: 'Pupil Premium Plus spent in the term, in whole pence',
    example: '87600',
  },
  {
    name: 'pupil_premium_plus_allocated_pence',
    required: false,
    mayLack: true,
    meaning: 'Pupil Premium Plus allocated for the term, in whole pence',
    example: '87600',
  },
  {
    name: 'designated_teacher_on',
    required: false,
    mayLack: true,
    meaning: 'Day the designated teacher had done their part, yyyy-mm-dd',
    example: '2026-02-06',
  },
  {
    name: 'child_views_on',
    required: false,
    mayLack: true,
    meaning: "Day the child's own views were recorded, yyyy-mm-dd",
    example: '2026-02-05',
  },
  {
    name: 'signed_off_on',
    required: false,
    mayLack: true,
    meaning: 'Day the virtual school signed the plan off, yyyy-mm-dd',
    example: '2026-02-12',
  },
] as const satisfies readonly Column[];
