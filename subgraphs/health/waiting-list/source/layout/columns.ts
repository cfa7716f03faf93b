import type { Column } from '../../../../../platform/ingest/record.js';

/** One row a column of ours that a provider's own lists call otherwise, or have none for. Our own format: UTF-8. */
export const columns = [
  { name: 'provider_ods', required: true, meaning: 'ODS code of the provider whose lists they are', example: 'ZQ1' },
  {
    name: 'layout',
    required: true,
    meaning: 'What the provider calls this kind of list: it may send several',
    example: 'Weekly SALT extract',
  },
  { name: 'column', required: true, meaning: 'A column of `waiting-list`', example: 'nhs_number' },
  {
    name: 'header',
    required: false,
    meaning: 'The header that their list has for it; the same one may stand for several columns',
    example: 'NHS No',
  },
  {
    name: 'value',
    required: false,
    meaning:
      'What every row says where their list has no header for it; where both are blank the column is as in `waiting-list` again',
    example: '',
    longest: 200,
  },
] as const satisfies readonly Column[];
