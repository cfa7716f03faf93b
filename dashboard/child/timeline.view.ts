import type { Absence, Shown } from '../gateway/shown.js';
import type { Bar, Lane, Mark, Shade, TimelineData, WaitBar, WeekOfAttendance } from '../picture/timeline-axis.js';
import { absenceWords } from '../words/absence.js';
import { words } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { movesOf, suspensionsOf } from './happened-at-school.js';
import { waitEnd } from './happened-in-care.js';
import type { Education, Health, SocialCare, Wait } from './parts.js';
import { type Held, prevailing } from './prevailing.js';
import { suspensionLength } from './suspension-words.js';

/** What the picture is made of: each domain’s record in whichever of the six answers it has. */
export interface TimelineParts {
  readonly education: Shown<Education>;
  readonly health: Shown<Health>;
  readonly socialCare: Shown<SocialCare>;
  readonly absence: Readonly<Record<'EDUCATION' | 'HEALTH' | 'SOCIAL_CARE', Absence>>;
}

/** What of a record is on a lane; null for what is missing of it. */
function laneOf<T, U>(part: Shown<T>, absence: Absence, of: (record: T) => readonly U[] | null | undefined): Lane<U> {
  switch (part.kind) {
    case 'held':
    case 'late': {
      const items = of(part.value);
      if (items == null && absence === 'not-known') return { kind: 'unknown' };
      return items == null || items.length === 0 ? said(absenceWords[absence]) : { kind: 'drawn', items };
    }
    case 'none':
      return said(absenceWords[part.seesAll ? 'none' : 'none-seen']);
    case 'unavailable':
      return { kind: 'unknown' };
    case 'refused':
      return said('Not shared with you');
    case 'suppressed':
      return said('Fewer than 8: not shown');
  }
}

const said = (...lines: readonly string[]): Lane<never> => ({ kind: 'words', lines });

const within = <T, U>(part: Shown<T>, of: (record: T) => readonly U[]): readonly U[] =>
  part.kind === 'held' || part.kind === 'late' ? of(part.value) : [];

// The order in which social care says which status of a day is the most serious. CLOSED is not drawn: nothing is open.
const seriousFirst = [
  ...(['LOOKED_AFTER', 'CHILD_PROTECTION', 'CHILD_IN_NEED', 'ASSESSMENT', 'EARLY_HELP'] as const),
  ...(['PREVIOUSLY_LOOKED_AFTER', 'KINSHIP'] as const),
];
const shades: Readonly<Partial<Record<string, Shade>>> = {
  LOOKED_AFTER: 'care-dark',
  CHILD_PROTECTION: 'care-middle',
  EHC_PLAN: 'sen-dark',
  SEN_SUPPORT: 'sen-pale',
};
/** Shorter than elsewhere, where a bar has to hold it. */
const barWords: Readonly<Partial<Record<string, string>>> = {
  CHILD_IN_NEED: 'Child in need',
  CHILD_PROTECTION: 'Child protection plan',
  EHC_PLAN: 'EHC plan',
};

const barOf = ({ word, from, until }: Held): Bar => ({
  ...{ from, until, words: barWords[word] ?? words(word), shade: shades[word] ?? 'care-pale' },
});

function careLane(part: Shown<SocialCare>, absence: Absence): Lane<Bar> {
  // Whoever sees today’s status alone is told that the past is not shown, not that there was none.
  if ((part.kind === 'held' || part.kind === 'late') && part.value.intervals === null && absence !== 'not-known') {
    const { status } = part.value;
    return said(
      ...(status === null ? [] : [`Today: ${(barWords[status] ?? words(status)).toLowerCase()}`]),
      'The past is not shown to you',
    );
  }
  return laneOf(part, absence, ({ intervals }) => {
    const held = intervals?.map(({ status, from, until }): Held => ({ word: status, from, until }));
    return held && prevailing(held, seriousFirst).map(barOf);
  });
}

/** What a wait’s lane is called: its service, as short as there is room beside the picture. */
const laneNames: Readonly<Record<Wait['service'], string>> = {
  CAMHS: 'CAMHS wait',
  SALT: 'Speech wait',
  NEURODEVELOPMENTAL: 'Autism, ADHD wait',
  OCCUPATIONAL_THERAPY: 'Occupational wait',
  PHYSIOTHERAPY: 'Physiotherapy wait',
  COMMUNITY_PAEDIATRICS: 'Paediatrics wait',
  MENTAL_HEALTH_SUPPORT_TEAM: 'Support team wait',
  SCHOOL_NURSING: 'Nursing wait',
  HEALTH_SERVICE: 'Health wait',
};

function waitBar(wait: Wait): WaitBar {
  const end = waitEnd(wait);
  const { receivedOn, service, clock } = wait;
  return {
    ...{ name: laneNames[service], from: receivedOn, until: end?.on ?? null, seen: end?.seen ?? false },
    standard: clock?.breachOn == null ? null : { on: clock.breachOn, words: clock.standard },
  };
}

const mark = (on: string, text: string): Mark => ({ on, words: text });

/** The twelve months of a child, lane by lane, up to today. */
export function timelineOf(parts: TimelineParts, from: string, today: string): TimelineData {
  const { education, health, socialCare, absence } = parts;
  const review = within(socialCare, ({ plan }) => (plan?.nextReviewOn == null ? [] : [plan.nextReviewOn]));
  return {
    ...{ from, today },
    attendance: laneOf(
      education,
      absence.EDUCATION,
      ({ twelveMonths }): readonly WeekOfAttendance[] | undefined => twelveMonths?.weeks,
    ),
    suspensions: laneOf(education, absence.EDUCATION, (record) =>
      record.suspensions === null || record.suspensionsLastYear === null
        ? null
        : suspensionsOf(record).map((one) => mark(one.startedOn, suspensionLength(one))),
    ),
    moves: within(education, ({ enrolments }) =>
      movesOf(enrolments ?? []).map(({ to, also }) => mark(to.from, also ? 'Second school' : 'Moved school')),
    ),
    care: careLane(socialCare, absence.SOCIAL_CARE),
    careDue: review,
    sen: laneOf(education, absence.EDUCATION, ({ sen }) =>
      sen?.history
        .filter(({ provision }) => provision !== 'NONE')
        .map(({ provision, from: since, until }) => barOf({ word: provision, from: since, until })),
    ),
    waits: laneOf(health, absence.HEALTH, ({ waiting }) => waiting?.map(waitBar)),
  };
}

const lastBar = ({ name, lane }: { readonly name: string; readonly lane: Lane<Bar> }): string => {
  if (lane.kind === 'unknown') return `${name} could not be asked.`;
  const bar = lane.kind === 'drawn' ? lane.items.at(-1) : undefined;
  if (!bar) return '';
  return bar.until === null ? `${bar.words} since ${dayText(bar.from)}.` : `${bar.words} until ${dayText(bar.until)}.`;
};

/** What the picture shows besides its weeks, in sentences with the numbers. */
export function timelineText({ attendance, suspensions, care, sen, waits, from }: TimelineData): string {
  const since = suspensions.kind === 'drawn' ? suspensions.items.filter(({ on }) => on >= from).length : 0;
  const still = waits.kind === 'drawn' ? waits.items.filter(({ until }) => until === null).length : 0;
  return [
    attendance.kind === 'unknown' ? 'Education could not be asked.' : '',
    since === 0 ? '' : `${since} ${since === 1 ? 'suspension' : 'suspensions'}.`,
    lastBar({ name: 'Social care', lane: care }),
    lastBar({ name: 'SEN provision', lane: sen }),
    waits.kind === 'unknown' ? 'Health could not be asked.' : '',
    still === 0 ? '' : `Waiting for ${still} ${still === 1 ? 'service' : 'services'}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
