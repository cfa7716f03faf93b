import { councilKey } from '../../platform/ingest/record-key.js';
import type { RecordSource } from '../../platform/ingest/record-source.js';

/**
 * The council's case system, which writes three kinds of file and knows a child by one number in all of them. Its case
 * list is what workers keep day by day; returns are copied from it once a year.
 */
const ofCaseSystem = {
  organisation: /^\d{3}$/,
  keyOf: councilKey,
  written: { organisation: 'the local authority code', key: 'local authority code/child id' },
  verifies: ['SOCIAL_CARE_ID'],
  system: 'case-system',
  showsResidence: true,
} as const satisfies Partial<RecordSource>;

export const caseListRecords: RecordSource = { ...ofCaseSystem, name: 'case-list', precedence: 20 };
export const cinCensusRecords: RecordSource = { ...ofCaseSystem, name: 'cin-census', precedence: 40 };
export const ssda903Records: RecordSource = { ...ofCaseSystem, name: 'ssda903', precedence: 50 };

/** Every file of it may change whether a social worker works with the child, which stands under a tier of its own. */
export const caseSystemTiers = ['T3', 'EXISTENCE'] as const;
