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
