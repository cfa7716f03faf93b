import type { Column } from '../../../../../platform/ingest/record.js';

/** One row a standard that waits for a service are measured against. Our own format: UTF-8, ISO dates. */
export const columns = [
  {
    name: 'service',
    required: true,
    meaning: 'The service, by a code of `service` in `waiting-list`',
    example: 'NEURODEVELOPMENTAL',
  },
  {
    name: 'provider_ods',
    required: false,
    meaning: 'ODS code of the provider whose own standard it is; blank for every provider that has none of its own',
    example: 'ZQ1',
  },
  {
    name: 'kind',
    required: true,
    meaning:
      'By which rules its clock runs: `FOUR_WEEKS` (mental health services), `COMMUNITY_18`, `RTT_18` (community paediatrics) or `LOCAL`; a neurodevelopmental service takes any where a provider is named',
    example: 'LOCAL',
  },
  {
    name: 'limit_days',
    required: true,
    meaning: 'The last day on which it is met, counted from the start as day 0: 1 to 3650',
    example: '182',
  },
  {
    name: 'warning_days',
    required: true,
    meaning: 'How many days before that a wait is due soon, none to all of them',
    example: '14',
  },
  {
    name: 'from',
    required: true,
    meaning: 'It holds for referrals received from this day on, yyyy-mm-dd',
    example: '2026-09-01',
  },
  {
    name: 'until',
    required: false,
    meaning: 'And before this one, yyyy-mm-dd. `LOCAL` of every provider has none, so that every wait is measured',
    example: '',
  },
  {
    name: 'source',
    required: true,
    meaning: 'Who set it, and where that is written',
    example: 'SEND partnership board, 8 July 2026',
    longest: 300,
  },
] as const satisfies readonly Column[];
