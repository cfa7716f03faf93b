import { hashKey, upnKey } from '../../../../platform/ingest/record-key.js';
import type { RecordSource } from '../../../../platform/ingest/record-source.js';

/**
 * A school's records of its pupils, of its roll and its registers alike. A school sees the child daily and parents keep
 * its roll right: its word prevails. It issues the unique pupil number.
 */
export const schoolRoll: RecordSource = {
  name: 'school-census',
  organisation: /^\d{6}$/,
  keyOf: (key) => upnKey(key) ?? hashKey(key),
  written: { organisation: 'the URN', key: 'UPN, or the hash where it gave none' },
  precedence: 10,
  verifies: ['UPN'],
  showsResidence: true,
};
