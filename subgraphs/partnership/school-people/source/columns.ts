import type { Column } from '../../../../platform/ingest/record.js';

/** One row a post and who holds it, from a day on. Our own format: UTF-8, ISO dates. */
export const columns = [
  {
    name: 'urn',
    required: false,
    meaning:
      'The school, 6 digits: one on whose roll the hub has held a child. Blank where the holder serves all schools of a cluster',
    example: '900001',
  },
  {
    name: 'role',
    required: true,
    meaning:
      '`SENCO`, `DSL` (designated safeguarding lead), `DESIGNATED_TEACHER`, `EDUCATIONAL_PSYCHOLOGIST`, `ADVISORY_TEACHER`, `CAMHS_LINK_WORKER`, `MENTAL_HEALTH_SUPPORT_TEAM` or `TEAM_AROUND_SCHOOL_LEAD`; in small letters, with spaces or hyphens, is the same',
    example: 'SENCO',
  },
  {
    name: 'name',
    required: false,
    meaning: 'Who holds the post. Blank where it is vacant',
    example: 'Ruth Testcase',
  },
  {
    name: 'contact',
    required: false,
    meaning: 'How to reach them at work: a telephone number or an e-mail address',
    example: 'senco@school-900001.example',
  },
  {
    name: 'from',
    required: true,
    meaning: 'The first day they hold it, or the first day it is vacant, yyyy-mm-dd',
    example: '2025-09-01',
  },
  {
    name: 'until',
    required: false,
    meaning: 'The first day they no longer hold it, yyyy-mm-dd; blank while no end is known',
    example: '',
  },
  {
    name: 'cluster',
    required: false,
    mayLack: true,
    meaning:
      'What the cluster, locality or family of schools is called. Beside a URN: the one that the school belongs to. Without: the one whose schools the holder serves',
    example: 'Aldermere North',
  },
  {
    name: 'user_id',
    required: false,
    mayLack: true,
    meaning:
      'The subject of the holder’s token, where they can sign in to the hub. It opens nothing to them: it names them',
    example: 'senco.900001',
  },
  {
    name: 'as_at',
    required: false,
    mayLack: true,
    meaning:
      'The day as it was on which the row tells it, yyyy-mm-dd, the same in all rows of a school; blank for the day it is taken in',
    example: '2026-11-20',
  },
] as const satisfies readonly Column[];
