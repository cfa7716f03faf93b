import { councilKey, upnKey } from '../../../../platform/ingest/record-key.js';
import type { RecordSource } from '../../../../platform/ingest/record-source.js';

/** A virtual school's records of its children, under the council's number or the school's: it issues neither. */
export const virtualSchoolRecords: RecordSource = {
  name: 'peps',
  organisation: /^\d{3}$/,
  keyOf: (key, council) => councilKey(key, council) ?? upnKey(key),
  written: {
    organisation: 'the local authority code',
    key: 'local authority code/child id, or the UPN where there is no id',
  },
  precedence: 60,
  verifies: [],
  showsResidence: true,
};
