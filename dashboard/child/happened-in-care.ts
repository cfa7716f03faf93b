import { counted, words } from '../words/codes.js';
import { daysFrom } from '../words/dates.js';
import type { Happened } from './happened.js';
import type { Health, SocialCare, Wait } from './parts.js';

type Status = NonNullable<SocialCare['status']>;

/** What is said of a status on the day it began, and on the day it ended: null where its end is told by what follows it. */
const changes: Readonly<Record<Status, readonly [began: string, ended: string | null]>> = {
  LOOKED_AFTER: ['Became looked after', 'No longer looked after'],
  CHILD_PROTECTION: ['Child protection plan began', 'Child protection plan ended'],
  CHILD_IN_NEED: ['Child in need plan began', 'Child in need plan ended'],
  ASSESSMENT: ['Referral to social care, or its assessment, began', 'Referral or assessment ended'],
  EARLY_HELP: ['Early help began', 'Early help ended'],
  PREVIOUSLY_LOOKED_AFTER: ['Counts as previously looked after', null],
  KINSHIP: ['Kinship care began', 'Kinship care ended'],
  CLOSED: ['Social care ended its work', null],
};

/** What social care told that happened. Where it does not show the past, the plan and the worker of today have their days. */
export function happenedInSocialCare({ intervals, plan, worker, status }: SocialCare): Happened[] {
  const spans = intervals ?? (plan?.kind === status ? [{ status, from: plan.startedOn, until: null }] : []);
  const told = spans.flatMap((span): Happened[] => {
    const [began, ended] = changes[span.status];
    return [
      { on: span.from, what: began, note: '', from: 'SOCIAL_CARE' },
      ...(span.until === null || ended === null
        ? []
        : [{ on: span.until, what: ended, note: '', from: 'SOCIAL_CARE' } as const]),
    ];
  });
  const led: Happened[] =
    worker?.since == null
      ? []
      : [
          {
            on: worker.since,
            what: `${worker.name} began as ${worker.role.charAt(0).toLowerCase()}${worker.role.slice(1)}`,
            note: '',
            from: 'SOCIAL_CARE',
          },
        ];
  return [...told, ...led];
}

const seen: ReadonlySet<Wait['status']> = new Set(['SEEN_FIRST', 'IN_TREATMENT', 'DISCHARGED']);
const waiting: ReadonlySet<Wait['status']> = new Set([
  ...(['REFERRED', 'TRIAGE', 'INFO_NEEDED', 'ACCEPTED_WAITING', 'BOOKED', 'DID_NOT_ATTEND', 'ON_HOLD'] as const),
]);

/** The day a wait ended, and whether by being seen; null while the child waits. Only a death ends one that is open. */
export function waitEnd({ status, receivedOn, daysWaiting, endedBecause }: Wait): { on: string; seen: boolean } | null {
  if (waiting.has(status) && endedBecause === null) return null;
  return { on: daysFrom(receivedOn, daysWaiting), seen: endedBecause === null && seen.has(status) };
}

function waited(wait: Wait, today: string): Happened[] {
  const { service, receivedOn, weeksWaiting, endedBecause, clock } = wait;
  const name = words(service);
  const end = waitEnd(wait);
  const weeks = counted(weeksWaiting, 'week', 'weeks');
  const passed = clock?.breachOn != null && clock.breachOn <= (end?.on ?? today) ? clock : null;
  return [
    { on: receivedOn, what: `Referred: ${name}`, note: '', from: 'HEALTH' },
    ...(passed?.breachOn == null
      ? []
      : [
          {
            ...({ on: passed.breachOn, what: `${name}: wait passed ${passed.standard}`, from: 'HEALTH' } as const),
            note: end === null ? `Still waiting: ${weeks}` : `Waited ${weeks}`,
          },
        ]),
    ...(end === null
      ? []
      : [
          {
            ...({ on: end.on, what: end.seen ? `${name}: seen` : `${name}: wait ended`, from: 'HEALTH' } as const),
            note: end.seen ? `After ${weeks}` : (endedBecause ?? `After ${weeks}`),
          },
        ]),
  ];
}

/** What health partners told that happened, as at today. */
export const happenedInHealth = ({ waiting: waits }: Health, today: string): Happened[] =>
  (waits ?? []).flatMap((wait) => waited(wait, today));
