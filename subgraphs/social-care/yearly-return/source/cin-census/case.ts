import { type DateBound, rangeFault } from '../../../../../platform/ingest/bounds.js';
import { xmlDate } from '../../../../../platform/ingest/plain-date.js';
import { type Spell, spell } from '../../spell.js';
import type { Notes } from './notes.js';
import type { CinEpisode } from './parse.js';
import { childInNeed, childProtection, planOf } from './plan.js';

/** The last day that a census can speak of, of its year and until today, and the days on which what it tells of may be. */
export interface CensusDays {
  readonly lastDay: string;
  readonly event: DateBound;
}

const yesNo = new Map([
  ['0', false],
  ['false', false],
  ['1', true],
  ['true', true],
]);

/**
 * The spells of one CINdetails group: the case and its plans. A referral with no further action gives none; a case or
 * plan with a fault is left out under its published rule. Rule numbers: CIN census business rules 2022/23.
 */
export function spellsOf(episode: CinEpisode, days: CensusDays, notes: Notes): Spell[] {
  const referral = goesFurther(episode, notes) ? caseOf(episode, days, notes) : null;
  if (referral === null) return [];
  const of = { closedOn: referral.until, ...days };
  return [
    referral,
    ...episode.childInNeedPlans.map((plan) => planOf(plan, childInNeed, of, notes)),
    ...episode.protectionPlans.map((plan) => planOf(plan, childProtection, of, notes)),
  ].filter((one) => one !== null);
}

function goesFurther(episode: CinEpisode, { lose }: Notes): boolean {
  const noFurtherAction = yesNo.get(episode.noFurtherAction.toLowerCase());
  if (noFurtherAction === undefined) {
    lose('cin-8568', 'The flag for a referral with no further action is missing or invalid.');
    return false;
  }
  if (noFurtherAction) {
    if (episode.childInNeedPlans.length > 0) lose('cin-4000', 'A referral with no further action has a CIN plan.');
    if (episode.protectionPlans.length > 0)
      lose('cin-8832', 'A referral with no further action has a child protection plan.');
  }
  return !noFurtherAction;
}

/** From referral to closure; null where that cannot be read, or lies after the year. */
function caseOf(episode: CinEpisode, { lastDay, event }: CensusDays, { lose, note }: Notes): Spell | null {
  const from = xmlDate.read(episode.referred);
  const closed = episode.closed === '' ? null : xmlDate.read(episode.closed);
  if (from === null) {
    lose('cin-8600', 'The referral date is missing or is not a date.');
    return null;
  }
  if (from > lastDay) {
    note('cin-8600', 'The referral date is after the end of the data collection period.');
    return null;
  }
  if ((episode.closed !== '' && closed === null) || (closed !== null && closed < from)) {
    lose('cin-8630', 'The closure date is not a date on or after the referral date.');
    return null;
  }
  const outside = rangeFault(event, 'CINreferralDate', from);
  if (outside) {
    lose(outside.rule, outside.reason);
    return null;
  }
  if (closed !== null && closed > lastDay) {
    note('cin-8620', 'The case is closed after the census year, or after today: it is taken as open.');
    return spell('REFERRAL', from, null);
  }
  return spell('REFERRAL', from, closed);
}
