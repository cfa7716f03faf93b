import type { PersonEvidence } from '../../../platform/ingest/record.js';

const nhsNumbers = (records: readonly PersonEvidence[]): Set<string> =>
  new Set(
    records.flatMap(({ identifiers }) =>
      identifiers.flatMap(({ type, value }) => (type === 'NHS_NUMBER' ? [value] : [])),
    ),
  );

/**
 * Whether two children carry NHS numbers and share none: nobody has two, so one of the agencies is wrong, or they are
 * two children. Source: domain.md §7.
 */
export function carryTwoNhsNumbers(one: readonly PersonEvidence[], other: readonly PersonEvidence[]): boolean {
  const [held, theirs] = [nhsNumbers(one), nhsNumbers(other)];
  return held.size > 0 && theirs.size > 0 && [...held].every((value) => !theirs.has(value));
}
