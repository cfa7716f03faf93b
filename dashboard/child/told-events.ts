import type { DomainName, Shown } from '../gateway/shown.js';
import { askedWords, words } from '../words/codes.js';
import { happenedAtSchool, plansMade } from './happened-at-school.js';
import { happenedInHealth, happenedInSocialCare } from './happened-in-care.js';
import { type Happened, newestFirst } from './happened.js';
import type { VirtualSchool } from './parts.js';
import type { TimelineParts } from './timeline.view.js';

/** What happened in twelve months, newest first, and whose facts are not among it. */
export interface Told {
  readonly events: readonly Happened[];
  /** A sentence each: a table from which a domain is missing says so. */
  readonly missing: readonly string[];
  /** Whether all that is held would be here: only then is there nothing where nothing is. */
  readonly whole: boolean;
}

type Parts = Omit<TimelineParts, 'absence'> & {
  readonly virtualSchool: Shown<VirtualSchool>;
  readonly absence: TimelineParts['absence'] & Readonly<Record<'VIRTUAL_SCHOOL', TimelineParts['absence']['HEALTH']>>;
};

const of = <T, U>(part: Shown<T>, events: (record: T) => readonly U[]): readonly U[] =>
  part.kind === 'held' || part.kind === 'late' ? events(part.value) : [];

function missingOf(domain: Exclude<DomainName, 'PARTNERSHIP'>, part: Shown<unknown>, parts: Parts): string | null {
  const called = words(domain);
  switch (part.kind) {
    case 'unavailable':
      return `We could not ask ${askedWords(domain)} just now: what it knows is not here.`;
    case 'refused':
      return `${called}: not shared with you.`;
    case 'late':
      return `${called} is late: the newest may be missing.`;
    case 'held':
      return parts.absence[domain] === 'not-known'
        ? `We could not ask for all of ${askedWords(domain)} just now.`
        : null;
    case 'none':
    case 'suppressed':
      return null;
  }
}

export function toldEvents(parts: Parts, from: string, today: string): Told {
  const { education, health, socialCare, virtualSchool } = parts;
  const events = [
    ...of(education, happenedAtSchool),
    ...of(socialCare, happenedInSocialCare),
    ...of(health, (record) => happenedInHealth(record, today)),
    ...of(virtualSchool, plansMade),
  ];
  const noPast = of(socialCare, ({ intervals }) =>
    intervals === null && parts.absence.SOCIAL_CARE !== 'not-known'
      ? ['Social care: its past is not shown to you.']
      : [],
  );
  const missing = [
    missingOf('EDUCATION', education, parts),
    missingOf('SOCIAL_CARE', socialCare, parts),
    missingOf('HEALTH', health, parts),
    missingOf('VIRTUAL_SCHOOL', virtualSchool, parts),
  ].filter((sentence) => sentence !== null);
  const whole = missing.length + noPast.length === 0 && Object.values(parts.absence).every((word) => word === 'none');
  return { events: newestFirst(events, from, today), missing: [...missing, ...noPast], whole };
}
