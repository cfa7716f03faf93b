import type { FieldFault } from '../component/form.js';
import type { Answer } from '../gateway/answer.js';
import type { MatchReviewQuery } from '../gateway/operations.generated.js';
import { absenceIn } from '../gateway/shown.js';
import { capital } from '../words/codes.js';
import { dayText, timeText } from '../words/dates.js';
import { childText } from '../words/names.js';
import { sourceText } from '../words/sources.js';
import { typed } from '../words/typed.js';

export type Review = NonNullable<MatchReviewQuery['matchReview']>;
type Candidate = Review['candidates'][number];
type Name = Review['record']['name'];

/** More children than these side by side are not to be compared by eye. */
const most = 4;

/** Why a person has to look, in words. */
export const kindWords: Readonly<Record<Review['kind'], string>> = {
  UNCERTAIN: 'Much is alike, and not enough to be sure.',
  TWIN: 'They may be twins, or another brother or sister.',
  CONFLICT: 'Something they share says one child, and something else says two.',
};

/** How a candidate's word stands to the record's. */
export type Likeness = 'differs' | 'none' | 'not-known' | 'same';

/** What a candidate says of one thing, beside what the record says. */
export interface Told {
  readonly text: string;
  readonly likeness: Likeness;
}

/** One thing that may be alike or not. */
export interface Compared {
  readonly title: string;
  readonly record: string;
  /** In the order of the candidates. */
  readonly candidates: readonly Told[];
}

/** A child whom the record may be of, as the page calls them. */
export interface Choice {
  /** Candidate A, B and so on. */
  readonly letter: string;
  /** Null where the child is not shown: they cannot be chosen then. */
  readonly childId: string | null;
  readonly name: string;
  /** How sure the rules are, in words. */
  readonly sure: string;
  readonly differences: readonly string[];
  readonly alike: readonly string[];
  /** What is said of the two as a whole. */
  readonly besides: readonly string[];
}

const nothing = 'None recorded';

const plain = (text: string): string => text.trim().toLowerCase();

function beside(record: string | null, candidate: string | null, isKnown: boolean): Told {
  if (!isKnown) return { text: 'Could not be asked just now', likeness: 'not-known' };
  if (candidate === null) return { text: nothing, likeness: 'none' };
  if (record === null) return { text: candidate, likeness: 'none' };
  return { text: candidate, likeness: plain(record) === plain(candidate) ? 'same' : 'differs' };
}

const former = (name: Name | undefined): string | null => {
  const names = name?.previousFamily ?? [];
  return names.length === 0 ? null : names.join(', ');
};

const homes = (child: Candidate['child']): string | null => {
  const codes = [...new Set((child?.sourceRecords ?? []).flatMap(({ postcode }) => postcode ?? []))];
  return codes.length === 0 ? null : codes.join(', ');
};

const day = (date: string | null | undefined): string | null => (date == null ? null : dayText(date));

/** What each of the two says of one thing, null where nothing. */
const things: readonly {
  readonly title: string;
  readonly of: (record: Review['record']) => string | null;
  readonly candidate: (child: Candidate['child']) => string | null;
}[] = [
  { title: 'First name', of: ({ name }) => typed(name?.given ?? ''), candidate: (child) => child?.name?.given ?? null },
  { title: 'Family name', of: ({ name }) => name?.family ?? null, candidate: (child) => child?.name?.family ?? null },
  {
    title: 'Likes to be called',
    of: ({ name }) => name?.preferred ?? null,
    candidate: (child) => child?.name?.preferred ?? null,
  },
  {
    title: 'Known before as',
    of: ({ name }) => former(name),
    candidate: (child) => former(child?.name ?? undefined),
  },
  { title: 'Born', of: ({ dateOfBirth }) => day(dateOfBirth), candidate: (child) => day(child?.dateOfBirth) },
  { title: 'Home', of: ({ postcode }) => postcode, candidate: homes },
];

/** The record and its candidates, side by side: what each says, and whether it is the same. */
export function comparedOf({ record, candidates }: Review): readonly Compared[] {
  const shown = candidates.slice(0, most);
  const rows = things.map(({ title, of, candidate }) => ({
    title,
    record: of(record) ?? nothing,
    candidates: shown.map(({ child }) => beside(of(record), candidate(child), child !== null)),
  }));
  const told = (child: Candidate['child']): string | null => {
    const sources = [...new Set((child?.sourceRecords ?? []).map(({ source }) => sourceText(source)))];
    return sources.length === 0 ? null : sources.join(', ');
  };
  // Where a word comes from is told, and not compared: that two sources know a child says nothing of who it is.
  const sources = {
    title: 'Told by',
    record: `${sourceText(record.source)}, ${timeText(record.receivedAt)}`,
    candidates: shown.map(({ child }): Told => {
      const { text, likeness } = beside(null, told(child), child !== null);
      return { text, likeness };
    }),
  };
  return [...rows, sources];
}

/**
 * That a record is of a child, as the rules weigh it, without a figure that looks surer than it is. Twins share nearly all that is
 * weighed, and where something says two children the weight of the rest says little: of these no likelihood is told.
 */
export function sureText(kind: Review['kind'], score: number): string {
  if (kind !== 'UNCERTAIN') return 'perhaps one child, perhaps two';
  if (score >= 0.9) return 'very likely one child';
  if (score >= 0.5) return 'likely one child';
  return 'perhaps one child';
}

/**
 * Which of those that wait a review is, and how likely the likeliest of its children is: `1 of 12 that wait, very likely one child`.
 * Its place is left out where it is not known.
 */
export function standingText({ kind, candidates }: Pick<Review, 'candidates' | 'kind'>, place: string | null): string {
  const likeliest = candidates[0];
  const sure = likeliest ? sureText(kind, likeliest.score) : 'of no child that is known';
  return place === null ? capital(sure) : `${place} that wait, ${sure}`;
}

/** `Home: the same address.` is of one thing; a sentence without a colon is of both records as a whole. */
const isOfOneThing = (words: string): boolean => words.includes(': ');

/** The children a reviewer chooses between. */
export function choicesOf({ kind, candidates }: Review, faults: Answer<unknown>['faults']): readonly Choice[] {
  return candidates.slice(0, most).map(({ child, score, evidence, differences }, at) => ({
    letter: String.fromCodePoint(65 + at),
    childId: child?.id ?? null,
    name: childText(child, absenceIn(faults, ['matchReview', 'candidates', at], false)),
    sure: sureText(kind, score),
    differences,
    alike: evidence.filter((words) => isOfOneThing(words) && !differences.includes(words)),
    besides: evidence.filter((words) => !isOfOneThing(words)),
  }));
}

/** What came of a review, in words; null while it waits. */
export function decidedText({ state }: Pick<Review, 'state'>): string | null {
  if (state === 'CONFIRMED') return 'It is decided: the record was joined with a child’s.';
  if (state === 'SEPARATE') return 'It is decided: they are kept apart, or were parted again.';
  return null;
}

/** What of a decision is missing. */
export function decisionFaults({ whose = '', reason = '' }: Readonly<Record<string, string>>): FieldFault[] {
  const faults: FieldFault[] = [];
  if (whose === '') faults.push({ field: 'whose', words: 'Choose whose record this is.' });
  if (reason.trim().length < 10)
    faults.push({ field: 'reason', words: 'Enter why, in ten letters or more: somebody may ask later.' });
  return faults;
}
