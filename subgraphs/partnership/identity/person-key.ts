import { normaliseName } from '../../../platform/identity-client/identifier/name.js';
import type { PersonEvidence } from '../../../platform/ingest/record.js';

/** An identifier as one text, unique among all types. */
export function identifierKey({ type, value }: PersonEvidence['identifiers'][number]): string {
  return `${type}|${value}`;
}

/** A source's own key, unique among all sources. */
export function recordKey({ source, sourceKey }: Pick<PersonEvidence, 'source' | 'sourceKey'>): string {
  return `${source}|${sourceKey}`;
}

/** Exact name, date of birth and postcode as one text, names as they are compared; null where any is missing. */
export function personKey({ given, family, dateOfBirth, postcode }: PersonEvidence): string | null {
  const names = [given, family].map((name) => normaliseName(name ?? ''));
  if (names.includes('') || dateOfBirth === null || postcode === null) return null;
  return [...names, dateOfBirth, postcode].join('|');
}
