import { hashKey, nhsNumberKey } from '../../../../platform/ingest/record-key.js';
import type { RecordSource } from '../../../../platform/ingest/record-source.js';

/** An NHS provider's records of those who wait, by the NHS number, which the NHS issues. */
export const providerRecords: RecordSource = {
  name: 'waiting-list',
  organisation: /^[A-Z0-9]{3,10}$/,
  keyOf: (key) => nhsNumberKey(key) ?? hashKey(key),
  written: { organisation: 'the ODS code', key: 'NHS number, or the hash where it gave none' },
  precedence: 30,
  verifies: ['NHS_NUMBER'],
  // It takes referrals from other councils' areas too: being on its list says nothing of where a child lives.
  showsResidence: false,
};
