import type { Column } from '../../../../platform/ingest/record.js';

/** One row a service that is not named outside health, and since when. Our own format: UTF-8, ISO dates. */
export const columns = [
  {
    name: 'service',
    required: true,
    meaning: 'The service, by a code of `service` in `waiting-list`',
    example: 'CAMHS',
  },
  {
    name: 'provider_ods',
    required: false,
    meaning: 'ODS code of the provider where it is so; blank for every provider of the service',
    example: 'ZQ1',
  },
  {
    name: 'from',
    required: true,
    meaning: 'Since when it is so, yyyy-mm-dd. Earlier referrals are not named either, as soon as the file is taken',
    example: '2026-09-01',
  },
  {
    name: 'until',
    required: false,
    meaning:
      'The first day whose referrals may be named again, yyyy-mm-dd; of those received before it the service stays unnamed. The day of `from` where it never should have been so',
    example: '',
  },
  {
    name: 'source',
    required: true,
    meaning: 'Who decided, and where that is written',
    example: 'Caldicott Guardian of the trust, 12 August 2026',
    longest: 200,
  },
] as const satisfies readonly Column[];
