import { InvalidInput } from '../../../../../platform/errors/hub-error.js';
import { xmlDate } from '../../../../../platform/ingest/plain-date.js';
import { childrenOf, readElements, textOf, type XmlElement } from '../../../../../platform/ingest/xml.js';
import { inPieces, type Pieces } from '../../../../../platform/ingest/pieces.js';
import type { Parsed, Rejection } from '../../../../../platform/ingest/record.js';
import { SharedNumbers } from '../shared-numbers.js';

/** A plan as written: its days, and for a child protection plan the days of its reviews. */
export interface CinPlan {
  readonly start: string;
  readonly end: string;
  readonly reviews: readonly string[];
}

/** One CINdetails group as written: a referral and what followed. */
export interface CinEpisode {
  readonly referred: string;
  readonly closed: string;
  readonly noFurtherAction: string;
  readonly childInNeedPlans: readonly CinPlan[];
  readonly protectionPlans: readonly CinPlan[];
}

/** Whose census a file is, and of which year, as its header says. */
interface Census {
  /** LEA: local authority code, three digits. */
  readonly council: string;
  /** The collection year: the census is of the year to its 31 March. */
  readonly year: number;
  /** ReferenceDate: the last day it speaks of. It may lie in the future. */
  readonly lastDay: string;
}

/** One Child of the census as written, and its file's census. A blank is the empty string. */
export interface CinChild extends Census {
  readonly LAchildID: string;
  readonly UPN: string;
  readonly FormerUPN: string;
  readonly PersonBirthDate: string;
  readonly ExpectedPersonBirthDate: string;
  readonly PersonDeathDate: string;
  /** Sex, or GenderCurrent before 2025. */
  readonly sex: string;
  readonly episodes: readonly CinEpisode[];
}

const wanted: ReadonlySet<string> = new Set(['Header', 'Child']);

/**
 * Streams the children of CIN census files (2022 to 2026), each with the year of its file. A second child of the same
 * LAchildID in one council's census of one year is yielded as a rejection, and so are both where they are two children.
 * Throws InvalidInput for what is not a CIN census or does not say of which year it is, and for a file that is broken or
 * cut off.
 */
export const parse = (files: readonly string[]): Pieces<Parsed<CinChild> | Rejection> => inPieces(eachOf(files));

async function* eachOf(files: readonly string[]): AsyncGenerator<Parsed<CinChild> | Rejection> {
  const shared = new SharedNumbers();
  for (const file of files)
    for await (const { child } of childrenIn(file))
      shared.add(keyOf(child), [child.PersonBirthDate, child.sex, child.UPN]);
  const seen = new Set<string>();
  for (const file of files)
    for await (const { child, line } of childrenIn(file)) {
      const key = keyOf(child);
      const why = shared.has(key) ? twoChildren : seen.has(key) ? twice : null;
      if (why === null || child.LAchildID === '') yield { file, line, fields: child };
      else yield { file, line, rule: 'cin-8510', reason: why, whole: true };
      seen.add(key);
    }
}

const twice = 'More than one child record has the same LAchildID.';
const twoChildren = 'Two children have the same LAchildID: neither is taken.';

const keyOf = ({ council, year, LAchildID }: CinChild): string => [council, year, LAchildID].join('/');

async function* childrenIn(file: string): AsyncGenerator<{ readonly child: CinChild; readonly line: number }> {
  let census: Census | null = null;
  for await (const element of readElements(file, wanted)) {
    if (element.name === 'Header') {
      census = censusOf(element, file);
      continue;
    }
    if (census === null) throw notCensus(file, 'a child stands before any header');
    yield { child: childOf(element, census), line: element.line };
  }
  if (census === null) throw notCensus(file, 'it has no header');
}

function censusOf(header: XmlElement, file: string): Census {
  const [collection] = childrenOf(header, 'CollectionDetails');
  const [source] = childrenOf(header, 'Source');
  if (textOf(collection, 'Collection') !== 'CIN') throw notCensus(file, 'its header does not name the collection CIN');
  const council = textOf(source, 'LEA');
  if (!/^\d{3}$/.test(council)) throw notCensus(file, 'its header names no local authority (LEA, three digits)');
  const year = textOf(collection, 'Year');
  if (!/^[12]\d{3}$/.test(year)) throw notCensus(file, 'its header names no collection year (Year, four digits)');
  const lastDay = xmlDate.read(textOf(collection, 'ReferenceDate'));
  if (lastDay?.startsWith(year) !== true)
    throw notCensus(file, 'its header has no reference date in its collection year (ReferenceDate, yyyy-03-31)');
  return { council, year: Number(year), lastDay };
}

function notCensus(file: string, why: string): InvalidInput {
  return new InvalidInput(`${file} is not a CIN census file: ${why}.`, { file, source: 'cin-census' });
}

function childOf(child: XmlElement, census: Census): CinChild {
  const [identifiers] = childrenOf(child, 'ChildIdentifiers');
  return {
    ...census,
    LAchildID: textOf(identifiers, 'LAchildID'),
    UPN: textOf(identifiers, 'UPN'),
    FormerUPN: textOf(identifiers, 'FormerUPN'),
    PersonBirthDate: textOf(identifiers, 'PersonBirthDate'),
    ExpectedPersonBirthDate: textOf(identifiers, 'ExpectedPersonBirthDate'),
    PersonDeathDate: textOf(identifiers, 'PersonDeathDate'),
    sex: textOf(identifiers, 'Sex') || textOf(identifiers, 'GenderCurrent'),
    episodes: childrenOf(child, 'CINdetails').map(episodeOf),
  };
}

function episodeOf(details: XmlElement): CinEpisode {
  return {
    referred: textOf(details, 'CINreferralDate'),
    closed: textOf(details, 'CINclosureDate'),
    noFurtherAction: textOf(details, 'ReferralNFA'),
    childInNeedPlans: childrenOf(details, 'CINPlanDates').map((plan) => ({
      start: textOf(plan, 'CINPlanStartDate'),
      end: textOf(plan, 'CINPlanEndDate'),
      reviews: [],
    })),
    protectionPlans: childrenOf(details, 'ChildProtectionPlans').map((plan) => ({
      start: textOf(plan, 'CPPstartDate'),
      end: textOf(plan, 'CPPendDate'),
      reviews: childrenOf(plan, 'Reviews').flatMap((reviews) =>
        childrenOf(reviews, 'CPPreviewDate').map((review) => review.text.trim()),
      ),
    })),
  };
}
