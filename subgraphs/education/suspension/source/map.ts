import { isWeekday } from '../../../../platform/ingest/plain-date.js';
import type { DateBounds } from '../../../../platform/ingest/bounds.js';
import { RecordDraft } from '../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed } from '../../../../platform/ingest/record.js';
import { SessionOfDay } from '../../../../platform/vocabulary/session-of-day.js';
import { pupilIn } from '../../enrolment/source/pupil.js';
import { categoryCodes, isReason, mostReasons } from '../exclusion-codes.js';
import { SuspensionCategory } from '../suspension-category.js';
import type { SuspensionFact } from './fact.js';
import { councilToldIn, reviewIn } from './map-review.js';
import type { SuspensionFields } from './parse.js';

type Draft = RecordDraft<keyof SuspensionFields>;

const { SUSPENSION, LUNCHTIME, PERMANENT } = SuspensionCategory;

/** A school year's limit of 45 school days, in sessions: nobody is suspended for more at once. Source: SI 2012/1033. */
const mostSessions = 90;

/**
 * One suspension or exclusion of one pupil. What cannot be is refused whole: a suspension of fewer sessions than were meant
 * would count too little against the limit.
 */
export function map(parsed: Parsed<SuspensionFields>, bounds: DateBounds): MapResult<SuspensionFact> {
  const draft = new RecordDraft(parsed, bounds);
  const urn = draft.shaped('urn', /^\d{6}$/, 'urn-shape', 'six digits');
  const startedOn = draft.requiredDate('started_on', 'event');
  if (startedOn !== '' && !isWeekday(startedOn)) draft.reject('not-a-weekday', 'started_on is a Saturday or a Sunday.');
  draft.required('category');
  const category = draft.code('category', categoryCodes, 'exclusion-category-unknown') ?? SUSPENSION;
  const length = lengthIn(draft, category);
  const fact: SuspensionFact = {
    ...{ kind: 'suspension', urn, startedOn, category, ...length },
    reasons: reasonsIn(draft, startedOn),
    ...cancellationIn(draft, startedOn, category, length.sessions ?? length.lunchtimes),
    ...provisionIn(draft, startedOn, category),
    ...{ councilToldOn: councilToldIn(draft, startedOn), ...reviewIn(draft, startedOn, category) },
  };
  const person = pupilIn(draft, urn);
  draft.notBeforeBirth(person.dateOfBirth ?? '', startedOn, ['dob', 'started_on']);
  return draft.finish(person, [fact]);
}

/** How long it is, in the unit of its category, which alone may be told. */
function lengthIn(
  draft: Draft,
  category: SuspensionCategory,
): Pick<SuspensionFact, 'session' | 'sessions' | 'lunchtimes'> {
  const session = draft.code('session', SessionOfDay, 'session-unknown');
  const sessions = countIn(draft, 'sessions', 1);
  const lunchtimes = countIn(draft, 'lunchtimes', 1);
  if (category === SUSPENSION && draft.text('sessions') === null)
    draft.reject('sessions-missing', 'sessions is blank, of a suspension.');
  if (category === LUNCHTIME && draft.text('lunchtimes') === null)
    draft.reject('lunchtimes-missing', 'lunchtimes is blank, of a lunchtime suspension.');
  if (category !== SUSPENSION && (session ?? sessions) !== null)
    draft.reject('sessions-of-another-category', 'session or sessions is told of what is no SUSP.');
  if (category !== LUNCHTIME && lunchtimes !== null)
    draft.reject('lunchtimes-of-another-category', 'lunchtimes is told of what is no LNCH.');
  return { session: category === SUSPENSION ? (session ?? SessionOfDay.AM) : null, sessions, lunchtimes };
}

function countIn(draft: Draft, column: 'sessions' | 'lunchtimes' | 'sessions_served', least: number): number | null {
  const value = draft.text(column);
  if (value === null) return null;
  const count = /^\d{1,3}$/.test(value) ? Number(value) : NaN;
  if (count >= least && count <= mostSessions) return count;
  const most = `${String(least)} to ${String(mostSessions)}`;
  draft.reject(`${column.replace('_', '-')}-out-of-range`, `${column} is not a whole number from ${most}.`);
  return null;
}

function reasonsIn(draft: Draft, startedOn: string): string[] {
  const codes = [...new Set(draft.text('reasons')?.split(/[ ,;]+/) ?? [])].filter((code) => code !== '');
  if (codes.length > mostReasons)
    draft.reject('too-many-reasons', `reasons has more than ${String(mostReasons)} codes.`);
  if (startedOn !== '' && codes.some((code) => !isReason(code, startedOn)))
    draft.reject('exclusion-reason-unknown', 'reasons has what is no published code on the day.');
  return codes;
}

/** That it was cancelled, and how much of it had been served by then. */
function cancellationIn(
  draft: Draft,
  startedOn: string,
  category: SuspensionCategory,
  length: number | null,
): Pick<SuspensionFact, 'cancelledOn' | 'served'> {
  const cancelledOn = draft.date('cancelled_on', 'event');
  const served = countIn(draft, 'sessions_served', 0);
  if (cancelledOn !== null && cancelledOn < startedOn)
    draft.reject('ends-before-it-begins', 'cancelled_on is before started_on.');
  if (draft.text('sessions_served') !== null && (draft.text('cancelled_on') === null || category === PERMANENT))
    draft.reject('served-without-cancellation', 'sessions_served is told of what was not cancelled, or is PERM.');
  if (cancelledOn !== null && category !== PERMANENT && draft.text('sessions_served') === null)
    draft.reject('served-missing', 'cancelled_on is told, and sessions_served is blank.');
  if (served !== null && length !== null && served > length)
    draft.reject('more-served-than-given', 'sessions_served is more than the suspension has.');
  return { cancelledOn, served };
}

function provisionIn(
  draft: Draft,
  startedOn: string,
  category: SuspensionCategory,
): Pick<SuspensionFact, 'provisionOn' | 'provider'> {
  const provisionOn = draft.date('provision_on', 'planned');
  const provider = draft.text('provider');
  if (provisionOn !== null && provisionOn < startedOn)
    draft.reject('provision-before-suspension', 'provision_on is before started_on.');
  if (provisionOn !== null && category === LUNCHTIME)
    draft.reject('provision-of-lunchtimes', 'provision_on is told of a lunchtime suspension, which needs none.');
  if (provider !== null && draft.text('provision_on') === null)
    draft.leaveOut('provider-without-provision', 'provider is told, and provision_on is blank.');
  return { provisionOn, provider: provisionOn === null ? null : provider };
}
