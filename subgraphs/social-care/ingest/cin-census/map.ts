import { type DateBounds, rangeFault } from '../../../../platform/ingest/bounds.js';
import { subtract, union, type Interval } from '../../../../platform/ingest/interval.js';
import { identifiersOf, sexIn, upnIn } from '../../../../platform/ingest/person-field.js';
import { isoDate } from '../../../../platform/ingest/plain-date.js';
import { RecordDraft } from '../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed, PersonEvidence } from '../../../../platform/ingest/record.js';
import { textFault } from '../../../../platform/ingest/text-bounds.js';
import { SocialCareStatus } from '../../../../platform/vocabulary/social-care-status.js';
import { deathOf } from '../death.js';
import { statusIntervals } from '../status-interval.js';
import type { CinFact, PlanFact } from './fact.js';
import type { CinChild, CinEpisode } from './parse.js';
import { childInNeed, childProtection, planOf, type LeaveOut } from './plan.js';

type TextName = Exclude<keyof CinChild, 'episodes'>;
type Draft = RecordDraft<TextName>;

const sexes = { F: 'FEMALE', M: 'MALE', U: 'UNKNOWN', 0: 'UNKNOWN', 1: 'MALE', 2: 'FEMALE', 9: 'UNKNOWN' } as const;
const yesNo = new Map([
  ['0', false],
  ['false', false],
  ['1', true],
  ['true', true],
]);

/**
 * One child of the census. The census holds no name. A referral with no further action gives no fact; an episode
 * with a fault is left out under its published rule and the rest of the child is taken.
 */
export function map(parsed: Parsed<CinChild>, bounds: DateBounds): MapResult<CinFact> {
  const draft = new RecordDraft<TextName>(parsed, bounds);
  const person = personOf(draft, parsed.fields.council);
  const leaveOut = draft.leaveOut.bind(draft);
  const death = {
    ...{ text: parsed.fields.PersonDeathDate, name: 'PersonDeathDate', form: isoDate },
    // Of a child without a birth date, too, a death of another century is none.
    ...{ bornOn: person.dateOfBirth ?? bounds.event.first, beforeBirthRule: 'cin-8535Q', today: bounds.event.last },
  };
  return draft.finish(person, [...factsOf(parsed.fields.episodes, bounds, leaveOut), ...deathOf(death, leaveOut)]);
}

function personOf(draft: Draft, council: string): PersonEvidence {
  const id = draft.text('LAchildID');
  if (id === null) draft.reject('cin-8500', 'The LAchildID is missing.');
  const fault = textFault({ name: 'LAchildID' }, id ?? '');
  if (fault) draft.reject(fault.rule, fault.reason);
  const upn = upnIn(draft, 'UPN', { 'check-letter': 'cin-1510', council: 'cin-1530' });
  const formerUpn = upnIn(draft, 'FormerUPN', { 'check-letter': 'cin-1560Q', council: 'cin-1560Q' });
  const key = `${council}/${id ?? ''}`;
  draft.unkeptDate('ExpectedPersonBirthDate', 'expected-birth');
  return {
    source: `cin-census:${council}`,
    sourceKey: key,
    given: null,
    family: null,
    preferred: null,
    previousFamily: null,
    dateOfBirth: draft.date('PersonBirthDate', 'birth'),
    sex: sexIn(draft, 'sex', sexes),
    postcode: null,
    identifiers: identifiersOf(['SOCIAL_CARE_ID', key], ['UPN', upn], ['UPN', formerUpn]),
  };
}

function factsOf(episodes: readonly CinEpisode[], bounds: DateBounds, leaveOut: LeaveOut): CinFact[] {
  const open: Interval[] = [];
  const plans = new Map<string, PlanFact>();
  for (const episode of episodes) {
    const interval = intervalOf(episode, bounds, leaveOut);
    if (interval === null) continue;
    open.push(interval);
    for (const plan of plansOf(episode, interval.until, bounds, leaveOut)) plans.set(plan.sourceRef, plan);
  }
  const held = (status: SocialCareStatus): Interval[] =>
    [...plans.values()]
      .filter((plan) => plan.status === status)
      .map((plan) => ({ from: plan.startedOn, until: plan.endedOn }));
  const inNeed = held(SocialCareStatus.CHILD_IN_NEED);
  const protectedThen = held(SocialCareStatus.CHILD_PROTECTION);
  return [
    ...statusIntervals(SocialCareStatus.ASSESSMENT, subtract(open, [...inNeed, ...protectedThen])),
    ...statusIntervals(SocialCareStatus.CHILD_IN_NEED, union(inNeed)),
    ...statusIntervals(SocialCareStatus.CHILD_PROTECTION, union(protectedThen)),
    ...plans.values(),
  ];
}

/** The days an episode was open, or null where it gives no fact. */
function intervalOf(episode: CinEpisode, bounds: DateBounds, leaveOut: LeaveOut): Interval | null {
  const noFurtherAction = yesNo.get(episode.noFurtherAction.toLowerCase());
  if (noFurtherAction === undefined) {
    leaveOut('cin-8568', 'The flag for a referral with no further action is missing or invalid.');
    return null;
  }
  if (noFurtherAction) {
    if (episode.childInNeedPlans.length > 0) leaveOut('cin-4000', 'A referral with no further action has a CIN plan.');
    if (episode.protectionPlans.length > 0)
      leaveOut('cin-8832', 'A referral with no further action has a child protection plan.');
    return null;
  }
  const from = isoDate.read(episode.referred);
  const until = episode.closed === '' ? null : isoDate.read(episode.closed);
  if (from === null) {
    leaveOut('cin-8600', 'The referral date is missing or is not a date.');
    return null;
  }
  if ((episode.closed !== '' && until === null) || (until !== null && until < from)) {
    leaveOut('cin-8630', 'The closure date is not a date on or after the referral date.');
    return null;
  }
  const outside =
    rangeFault(bounds.event, 'CINreferralDate', from) ?? rangeFault(bounds.event, 'CINclosureDate', until);
  if (outside) {
    leaveOut(outside.rule, outside.reason);
    return null;
  }
  return until === from ? null : { from, until };
}

function plansOf(episode: CinEpisode, closedOn: string | null, bounds: DateBounds, leaveOut: LeaveOut): PlanFact[] {
  const { event } = bounds;
  return [
    ...episode.childInNeedPlans.map((plan) => planOf(plan, childInNeed, closedOn, event, leaveOut)),
    ...episode.protectionPlans.map((plan) => planOf(plan, childProtection, closedOn, event, leaveOut)),
  ].filter((plan) => plan !== null);
}
