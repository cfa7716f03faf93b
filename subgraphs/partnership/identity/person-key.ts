import type { PersonEvidence } from '../../../platform/ingest/record.js';

/** An identifier as one text, unique among all types. */
export function identifierKey({ type, value }: PersonEvidence['identifiers'][number]): string {
  return `${type}|${value}`;
}

/** A source's own key, unique among all sources. */
export function recordKey({ source, sourceKey }: Pick<PersonEvidence, 'source' | 'sourceKey'>): string {
  return `${source}|${sourceKey}`;
}
