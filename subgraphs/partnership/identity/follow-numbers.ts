import type { PersonEvidence } from '../../../platform/ingest/record.js';
import type { Said } from './held-record.js';

const nhsNumbersOf = ({ identifiers }: PersonEvidence): string[] =>
  identifiers.flatMap(({ type, value }) => (type === 'NHS_NUMBER' ? [value] : []));

/**
 * Records of what may be one child, each with every NHS number that superseded one of its own, or was superseded by
 * one, as any of them says: whoever still has the old number, and whoever has only the new one, mean one person. A
 * record's own numbers stay last.
 */
export function followNumbers(records: readonly Said[]): readonly Said[] {
  const groups: Set<string>[] = [];
  for (const numbers of records.map(nhsNumbersOf).filter(({ length }) => length > 1)) {
    const joined = groups.filter((group) => numbers.some((number) => group.has(number)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push(new Set([...joined.flatMap((group) => [...group]), ...numbers]));
  }
  return groups.length === 0 ? records : records.map((record) => withGroup(record, groups));
}

function withGroup(record: Said, groups: readonly ReadonlySet<string>[]): Said {
  const own = nhsNumbersOf(record);
  const others = groups
    .filter((group) => own.some((number) => group.has(number)))
    .flatMap((group) => [...group].filter((number) => !own.includes(number)));
  if (others.length === 0) return record;
  const added = others.map((value) => ({ type: 'NHS_NUMBER' as const, value }));
  return { ...record, identifiers: [...added, ...record.identifiers] };
}
