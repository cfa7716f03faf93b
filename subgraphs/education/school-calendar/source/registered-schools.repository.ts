import type { LookUp } from '../../../../platform/db/look-up.js';

const all = { name: 'education_registered_schools', text: 'select s.urn from education.school s' };

/** The URNs of all schools that the register has. */
export async function registeredSchools(lookUp: LookUp): Promise<ReadonlySet<string>> {
  const rows = await lookUp<{ readonly urn: string }>({ ...all, values: [] });
  return new Set(rows.map(({ urn }) => urn));
}
