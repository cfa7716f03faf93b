import { InvalidInput } from '../../../../platform/errors/hub-error.js';
import { childrenOf, readElements, textOf, type XmlElement } from '../../../../platform/ingest/xml.js';
import type { Parsed, Rejection } from '../../../../platform/ingest/record.js';

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

/** One Child of the census as written. A blank is the empty string. */
export interface CinChild {
  /** LEA of the file's header. */
  readonly council: string;
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
 * Streams the children of CIN census files (2022 to 2026). A second child of the same LAchildID is yielded as a
 * rejection. Throws InvalidInput for what is not a CIN census, and for a file that is broken or cut off, after
 * the children that were complete.
 */
export async function* parse(files: readonly string[]): AsyncGenerator<Parsed<CinChild> | Rejection> {
  for (const file of files) yield* parseFile(file);
}

async function* parseFile(file: string): AsyncGenerator<Parsed<CinChild> | Rejection> {
  const seen = new Set<string>();
  let council = '';
  for await (const element of readElements(file, wanted)) {
    const { line } = element;
    if (element.name === 'Header') {
      council = councilOf(element, file);
      continue;
    }
    if (council === '') throw notCensus(file, 'a child stands before any header');
    const child = childOf(element, council);
    if (child.LAchildID !== '' && seen.has(child.LAchildID)) {
      yield { file, line, rule: 'cin-8510', reason: 'More than one child record has the same LAchildID.', whole: true };
    } else {
      seen.add(child.LAchildID);
      yield { file, line, fields: child };
    }
  }
  if (council === '') throw notCensus(file, 'it has no header');
}

function councilOf(header: XmlElement, file: string): string {
  const [collection] = childrenOf(header, 'CollectionDetails');
  const [source] = childrenOf(header, 'Source');
  if (textOf(collection, 'Collection') !== 'CIN') throw notCensus(file, 'its header does not name the collection CIN');
  const council = textOf(source, 'LEA');
  if (!/^\d{3}$/.test(council)) throw notCensus(file, 'its header names no local authority (LEA, three digits)');
  return council;
}

function notCensus(file: string, why: string): InvalidInput {
  return new InvalidInput(`${file} is not a CIN census file: ${why}.`, { file, source: 'cin-census' });
}

function childOf(child: XmlElement, council: string): CinChild {
  const [identifiers] = childrenOf(child, 'ChildIdentifiers');
  return {
    council,
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
