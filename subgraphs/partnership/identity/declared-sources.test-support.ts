import { councilKey, hashKey, nhsNumberKey, upnKey } from '../../../platform/ingest/record-key.js';
import type { RecordSource } from '../../../platform/ingest/record-source.js';
import { RecordSources } from '../../../platform/ingest/record-sources.js';

const written = { organisation: 'a code', key: 'a number' };
const school: RecordSource = {
  written,
  ...{ name: 'school-census', organisation: /^\d{6}$/, precedence: 1, verifies: ['UPN'], showsResidence: true },
  keyOf: (key) => upnKey(key) ?? hashKey(key),
};
const provider: RecordSource = {
  written,
  ...{ name: 'waiting-list', organisation: /^[A-Z0-9]{3,10}$/, precedence: 3, verifies: ['NHS_NUMBER'] },
  keyOf: (key) => nhsNumberKey(key) ?? hashKey(key),
  showsResidence: false,
};
const ofCouncil = (name: string, precedence: number): RecordSource => ({
  ...{ name, precedence, organisation: /^\d{3}$/, keyOf: councilKey, verifies: ['SOCIAL_CARE_ID'] },
  ...{ system: 'case-system', showsResidence: true, written },
});
const virtualSchool: RecordSource = {
  written,
  ...{ name: 'peps', precedence: 6, organisation: /^\d{3}$/, verifies: [], showsResidence: true },
  keyOf: (key, council) => councilKey(key, council) ?? upnKey(key),
};

/** Sources of records as other domains might declare them: what the hub's own do is tested where they are put together. */
export const declaredSources = new RecordSources([
  school,
  provider,
  ofCouncil('case-list', 2),
  ofCouncil('cin-census', 4),
  ofCouncil('ssda903', 5),
  virtualSchool,
]);
