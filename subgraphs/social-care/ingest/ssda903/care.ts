import { type DateBound, rangeFault } from '../../../../platform/ingest/bounds.js';
import { subtract, union, type Interval } from '../../../../platform/ingest/interval.js';
import { slashDate } from '../../../../platform/ingest/plain-date.js';
import type { Omission } from '../../../../platform/ingest/record.js';
import { SocialCareStatus } from '../../../../platform/vocabulary/social-care-status.js';
import { statusIntervals } from '../status-interval.js';
import type { LookedAfterFact } from './fact.js';
import type { Episode } from './parse.js';

/** Short breaks are episodes of the return, but not being looked after. Source: SSDA903 guide, legal status. */
const shortBreaks = new Set(['V3', 'V4']);
const legalStatuses = new Set('C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3'.split(' '));
/**
 * Special guardianship of a relative or friend. E46 and E48 are of somebody who is neither, and E41 (a child arrangements
 * order) does not say of whom. Source: SSDA903 guide, reason episode ceased.
 */
const kinship = new Set(['E45', 'E47']);
/** Adoption and the orders: what makes a child previously looked after. */
const permanence = new Set(['E11', 'E12', 'E41', 'E45', 'E46', 'E47', 'E48']);

interface Care extends Interval {
  readonly shortBreak: boolean;
  readonly reasonCeased: string;
}

/**
 * What a child's episodes say: looked after as periods of care, and from leaving care by adoption or an order, until
 * looked after again, previously looked after or kinship. Every episode that is left out is named under its rule.
 */
export function careOf(
  episodes: readonly Episode[],
  bound: DateBound,
): { facts: LookedAfterFact[]; leftOut: Omission[] } {
  const leftOut: Omission[] = [];
  const care = episodes.map((episode) => intervalOf(episode, bound, leftOut)).filter((interval) => interval !== null);
  const lookedAfter = union(care.filter(({ shortBreak }) => !shortBreak).map(({ from, until }) => ({ from, until })));
  const since = (reasons: ReadonlySet<string>): Interval[] => {
    const left = care.flatMap(({ until, reasonCeased }) =>
      until !== null && reasons.has(reasonCeased) ? [{ from: until, until: null }] : [],
    );
    return subtract(left, lookedAfter);
  };
  const facts = [
    ...statusIntervals(SocialCareStatus.LOOKED_AFTER, lookedAfter),
    ...statusIntervals(SocialCareStatus.PREVIOUSLY_LOOKED_AFTER, since(permanence)),
    ...statusIntervals(SocialCareStatus.KINSHIP, since(kinship)),
  ];
  return { facts, leftOut };
}

/** Rule numbers: SSDA903 validation rules 2024/25. */
function intervalOf({ file, line, fields }: Episode, bound: DateBound, leftOut: Omission[]): Care | null {
  const leaveOut = (rule: string, reason: string): null => {
    leftOut.push({ file, line, rule, reason, whole: false });
    return null;
  };
  const from = slashDate.read(fields.DECOM);
  const until = fields.DEC === '' ? null : slashDate.read(fields.DEC);
  if (from === null) return leaveOut('903-141', 'The date the episode began is not a valid date.');
  if (fields.DEC !== '' && until === null)
    return leaveOut('903-147', 'The date the episode ceased is not a valid date.');
  const outside = rangeFault(bound, 'DECOM', from) ?? rangeFault(bound, 'DEC', until);
  if (outside) return leaveOut(outside.rule, outside.reason);
  if (!legalStatuses.has(fields.LS)) return leaveOut('903-144', 'The legal status code is not a valid code.');
  if (until === from) return leaveOut('903-355', 'The episode appears to have lasted for less than 24 hours.');
  if (until !== null && until < from) return leaveOut('903-356', 'The episode ceased before it started.');
  // The dates alone say whether the child is looked after: the episode counts, and its half-given end is named.
  if ((fields.DEC === '') !== (fields.REC === '')) {
    leaveOut(
      '903-148',
      'Date and reason ceased must both be given, or neither: the one given alone is taken as it is.',
    );
  }
  return { from, until, shortBreak: shortBreaks.has(fields.LS), reasonCeased: fields.REC };
}
