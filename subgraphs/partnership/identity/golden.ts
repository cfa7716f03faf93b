import type { PersonEvidence } from '../../../platform/ingest/record.js';
import type { RecordSources } from '../../../platform/ingest/record-sources.js';
import { identifierKey } from './person-key.js';

/** One source's version of a child, and when it last said something new. */
export interface Version extends PersonEvidence {
  /** ISO instant. */
  readonly received: string;
}

/** Who a child is, as the hub shows it. */
export interface Golden {
  readonly given: string | null;
  readonly family: string | null;
  readonly preferred: string | null;
  readonly previousFamily: readonly string[];
  readonly dateOfBirth: string | null;
  readonly sex: PersonEvidence['sex'];
}

function bySurest(sources: RecordSources): (a: Version, b: Version) => number {
  return (a, b) => {
    const [first, second] = [sources.precedenceOf(a.source), sources.precedenceOf(b.source)];
    if (first !== second) return first - second;
    if (a.received !== b.received) return a.received < b.received ? 1 : -1;
    return `${a.source}|${a.sourceKey}` < `${b.source}|${b.sourceKey}` ? -1 : 1;
  };
}

/**
 * What is shown of a child, chosen field by field from every source's version by the precedence that sources declare; within
 * one kind of source, by the latest. A name is taken whole from one source: two halves would make a name nobody has.
 */
export function goldenOf(versions: readonly Version[], sources: RecordSources): Golden {
  const surest = [...versions].sort(bySurest(sources));
  const named = surest.find(({ given, family }) => given !== null && family !== null);
  const partly = named ?? surest.find(({ given, family }) => given !== null || family !== null);
  return {
    given: partly?.given ?? null,
    family: partly?.family ?? null,
    preferred: surest.find(({ preferred }) => preferred !== null)?.preferred ?? null,
    previousFamily: [...new Set(surest.flatMap(({ previousFamily }) => previousFamily ?? []))],
    dateOfBirth: surest.find(({ dateOfBirth }) => dateOfBirth !== null)?.dateOfBirth ?? null,
    sex: surest.find(({ sex }) => sex !== 'UNKNOWN')?.sex ?? 'UNKNOWN',
  };
}

/** What a source says for the first time. Every word is named: nothing else that comes with it is kept. */
export function versionOf(said: PersonEvidence, received: string): Version {
  const { source, sourceKey, given, family, preferred, previousFamily, dateOfBirth, sex, postcode, identifiers } = said;
  const words = { given, family, preferred, previousFamily, dateOfBirth, sex, postcode, identifiers };
  return { source, sourceKey, ...words, received };
}

/**
 * A source's version after it spoke again. What it left out this time it has not taken back: registers carry neither
 * postcode nor sex, and must not empty what the roll said.
 */
export function renewed(held: Version, said: PersonEvidence, received: string): Version {
  const named = new Set(said.identifiers.map(identifierKey));
  // In the source's own order: of two numbers, it names the one in force last.
  const former = held.identifiers.filter((one) => !named.has(identifierKey(one)));
  const next: Version = {
    source: held.source,
    sourceKey: held.sourceKey,
    given: said.given ?? held.given,
    family: said.family ?? held.family,
    preferred: said.preferred ?? held.preferred,
    previousFamily: said.previousFamily ?? held.previousFamily,
    dateOfBirth: said.dateOfBirth ?? held.dateOfBirth,
    sex: said.sex === 'UNKNOWN' ? held.sex : said.sex,
    postcode: said.postcode ?? held.postcode,
    identifiers: [...former, ...said.identifiers],
    received: held.received,
  };
  return saysTheSame(held, next) ? held : { ...next, received };
}

const numbersOf = (identifiers: Version['identifiers']): string[] =>
  identifiers.map(({ type, value }) => `${type} ${value}`);

/** Whether two versions differ in nothing but when they came. */
export function saysTheSame(a: Version, b: Version): boolean {
  const words = ({
    given,
    family,
    preferred,
    previousFamily,
    dateOfBirth,
    sex,
    postcode,
    identifiers,
  }: Version): string =>
    JSON.stringify([given, family, preferred, previousFamily, dateOfBirth, sex, postcode, numbersOf(identifiers)]);
  return words(a) === words(b);
}
