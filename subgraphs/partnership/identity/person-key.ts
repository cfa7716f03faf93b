import type { PersonEvidence } from '../../../platform/ingest/record.js';

/** An identifier as one text, unique among all types. */
export function identifierKey({ type, value }: PersonEvidence['identifiers'][number]): string {
  return `${type}|${value}`;
}

/** A source's own key, unique among all sources. */
export function recordKey({ source, sourceKey }: Pick<PersonEvidence, 'source' | 'sourceKey'>): string {
  return `${source}|${sourceKey}`;
}

// The council's case system writes three kinds of file.
const caseSystem = ['case-list', 'cin-census', 'ssda903'];

/** The system a source is written from: records of one system under one of its own numbers are one record. */
export function systemOf(source: string): string {
  const [kind = '', organisation = ''] = source.split(':');
  return caseSystem.includes(kind) ? `case-system:${organisation}` : source;
}
