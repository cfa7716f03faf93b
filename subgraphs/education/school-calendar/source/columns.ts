import { councilCode } from '../../../../platform/vocabulary/council-code.js';
import type { Column } from '../../../../platform/ingest/record.js';

/** The columns of a file of school calendars: a row for days of one kind. */
export const columns = [
  {
    name: 'urn',
    required: false,
    meaning: 'The school, 6 digits: one of the register of schools. Blank where the row is of an area',
    example: '',
  },
  {
    name: 'area',
    required: false,
    meaning: 'The area, all schools of it: the local authority’s code, 3 digits. Blank where the row is of a school',
    example: councilCode,
  },
  { name: 'from', required: true, meaning: 'First day, yyyy-mm-dd', example: '2026-09-02' },
  { name: 'until', required: true, meaning: 'Last day, itself included, yyyy-mm-dd', example: '2026-12-18' },
  {
    name: 'kind',
    required: true,
    meaning:
      'TERM: term time, a holiday or half-term within it named apart; CLOSED: no school, for all; INSET: only staff come in',
    example: 'TERM',
  },
] as const satisfies readonly Column[];
