import type { NamedSchool } from '../component/school-select.js';
import type { AttendanceThresholdKind } from '../gateway/operations.generated.js';

export const kinds = [
  'TEN_SESSIONS_UNAUTHORISED',
  'TEN_DAYS_UNAUTHORISED',
  'FIFTEEN_DAYS_ILL',
  'TWO_DAYS_UNEXPLAINED',
] as const satisfies readonly AttendanceThresholdKind[];

export interface ThresholdFilter {
  /** All where null. */
  readonly kind: AttendanceThresholdKind | null;
  readonly schoolUrn: string | null;
  /** What of the address could not be taken, in a sentence; null where nothing. */
  readonly note: string | null;
}

/** What an address asks for; a value that is none falls back, and the page says so. */
export function thresholdFilter({ kind = '', school = '' }: Readonly<Record<string, string>>): ThresholdFilter {
  const known = kinds.find((one) => one === kind) ?? null;
  const isUrn = /^\d{6}$/.test(school);
  const lost = (kind !== '' && known === null) || (school !== '' && !isUrn);
  return {
    ...{ kind: known, schoolUrn: isUrn ? school : null },
    note: lost ? 'A part of the address is not known and was left out.' : null,
  };
}

/**
 * The filter by what there is to choose from. Of a school that is not among them the list is shown all the same, for a threshold may
 * have been reached there; the page says that it is of that number. Where nobody could say which there are, it stands as it was asked.
 */
export function amongSchools(filter: ThresholdFilter, schools: readonly NamedSchool[] | null): ThresholdFilter {
  const { schoolUrn } = filter;
  if (schoolUrn === null || schools === null || schools.some(({ urn }) => urn === schoolUrn)) return filter;
  const said = `URN ${schoolUrn} is none of the schools to choose from: what was reached at a school of that number is shown.`;
  return { ...filter, note: filter.note === null ? said : `${filter.note} ${said}` };
}
