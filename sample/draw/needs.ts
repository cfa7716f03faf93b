import type { CareEpisode, NeedEpisode } from '../child.js';
import { addDays, later, onWeekday } from '../dates.js';
import type { Random } from '../random.js';
import { dayBetween, daysInBand, type Bands } from './interval.js';
import type { Involvement } from './involvement.js';

/** What a census episode is drawn from. */
export interface Case {
  readonly involvement: Involvement;
  readonly dob: string;
  readonly asAt: string;
  /** 1 April: what ended before it belongs to an earlier return. */
  readonly yearStart: string;
  readonly care: readonly CareEpisode[];
}

/** Days that open cases have lasted at the end of a year. Source: national-figures.md §11. */
const openFor: Bands = [
  [[50, 90], 26],
  [[91, 180], 11],
  [[181, 365], 13],
  [[366, 730], 14],
  [[731, 1500], 36],
];
const onPlanFor: Bands = [
  [[3, 90], 31.5],
  [[91, 180], 25.5],
  [[181, 365], 26.3],
  [[366, 730], 14.4],
];
const sources = '1A 1B 1D 2A 2A 2A 2B 3A 3B 3C 3E 3F 4 5A 5B 5C 5D 6 6 6 6 7 8 9'.split(' ');
const factors = '1B 2B 3A 3B 3B 3B 4A 4A 4B 4B 5A 6A 7A 10A 11A 14A 15A 16A 16A 17A 18C 24A'.split(' ');
const needCodes: readonly (readonly [string, number])[] = [
  ['N1', 57],
  ['N2', 9],
  ['N3', 3],
  ['N4', 9],
  ['N5', 13],
  ['N6', 3],
  ['N7', 1],
  ['N8', 4],
  ['N0', 1],
];

/** The child's one module of the census: referral, assessment, plans, and the end where there is one. */
export function drawNeedEpisode(random: Random, known: Case): NeedEpisode {
  const base = { source: random.pick(sources), needCode: random.weighted(needCodes) };
  switch (known.involvement) {
    case 'LOOKED_AFTER':
    case 'LEFT_CARE':
      return lookedAfter(random, known, base);
    case 'CHILD_PROTECTION':
      return protection(random, known, base);
    case 'CHILD_IN_NEED':
      return planned(random, known, base);
    case 'ASSESSMENT': {
      const from = since(known, random.int(4, 44));
      return { ...base, from, until: null, ...assessed(random, known, from) };
    }
    case 'CLOSED': {
      const until = dayBetween(random, known.yearStart, known.asAt);
      const from = later(known.dob, addDays(until, -random.int(30, 200)));
      const closure = random.pick(['RC7', 'RC7', 'RC7', 'RC8', 'RC9', 'RC3']);
      return { ...base, from, until, closure, ...assessed(random, { ...known, asAt: until }, from, until) };
    }
    case 'NO_FURTHER_ACTION': {
      const from = later(known.dob, dayBetween(random, known.yearStart, known.asAt));
      return { ...base, from, until: null, noFurtherAction: true };
    }
  }
}

type Base = Pick<NeedEpisode, 'source' | 'needCode'>;

function lookedAfter(random: Random, known: Case, base: Base): NeedEpisode {
  const started = known.care[0]?.from ?? known.asAt;
  const last = known.care.at(-1);
  const from = later(known.dob, addDays(started, -random.int(20, 400)));
  const planFrom = addDays(from, 46);
  const plans = planFrom < started && started > known.yearStart ? [{ from: planFrom, until: started }] : [];
  const closed = last?.until
    ? { until: last.until, closure: closureAfter[last.reasonEnded ?? ''] ?? 'RC7' }
    : { until: null };
  return { ...base, needCode: last?.needCode ?? base.needCode, from, ...closed, plans };
}

/** How the census says what the looked-after return says of an ending. */
const closureAfter: Readonly<Record<string, string>> = { E12: 'RC1', E41: 'RC3', E45: 'RC4', E46: 'RC4', E4A: 'RC7' };

function planned(random: Random, known: Case, base: Base): NeedEpisode {
  const from = since(known, daysInBand(random, openFor));
  const planFrom = addDays(from, Math.min(random.int(30, 46), 45));
  const plans = planFrom <= known.asAt ? [{ from: planFrom, until: null }] : [];
  return { ...base, from, until: null, plans, ...assessed(random, known, from) };
}

function protection(random: Random, known: Case, base: Base): NeedEpisode {
  const conferenceOn = onWeekday(since(known, daysInBand(random, onPlanFor)));
  const from = later(known.dob, addDays(conferenceOn, -random.int(15, 300)));
  const planFrom = addDays(from, 46);
  const thisYear = conferenceOn >= known.yearStart;
  const category = random.weighted([
    ['NEG', 49],
    ['EMO', 37],
    ['PHY', 7],
    ['SAB', 4],
    ['MUL', 3],
  ] as const);
  const reviews = [90, 270, 450, 630].map((days) => addDays(conferenceOn, days)).filter((on) => on <= known.asAt);
  const enquiryFrom = later(from, addDays(conferenceOn, -12));
  const protectionPlan = { from: conferenceOn, until: null, category, previous: random.chance(0.24) ? 1 : 0, reviews };
  if (conferenceOn > known.asAt) return { ...base, from, until: null, ...assessed(random, known, from) };
  return {
    ...base,
    from,
    until: null,
    plans: thisYear && planFrom < conferenceOn && random.chance(0.6) ? [{ from: planFrom, until: conferenceOn }] : [],
    ...(thisYear && {
      enquiry: { from: enquiryFrom, conferenceTarget: onWeekday(addDays(enquiryFrom, 21)), conferenceOn },
    }),
    protection: protectionPlan,
    ...assessed(random, known, from),
  };
}

/** An assessment belongs to this year's return when it was authorised in it, or is still open within 45 working days. */
function assessed(random: Random, known: Case, from: string, closedOn?: string): Pick<NeedEpisode, 'assessment'> {
  const start = addDays(from, 1);
  const doneOn = closedOn ?? addDays(from, random.int(20, 60));
  const authorisedOn = doneOn > known.asAt ? null : doneOn;
  if (start > known.asAt || (authorisedOn ?? start) < known.yearStart) return {};
  if (authorisedOn !== null && authorisedOn < start) return {};
  const found = [...new Set([random.pick(factors), random.pick(factors), random.pick(factors)])];
  return { assessment: { from: start, authorisedOn, factors: authorisedOn === null ? [] : found } };
}

function since(known: Case, daysAgo: number): string {
  return later(known.dob, addDays(known.asAt, -daysAgo));
}
