import { type Interval, subtract, union } from '../../../platform/ingest/interval.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import type { StatusSpan } from '../involvement/intervals.js';
import type { Spell } from './spell.js';

const holdsADay = ({ from, until }: Spell): boolean => until === null || from < until;

/**
 * The statuses that follow from the spells that stand: an open case is ASSESSMENT on the days that no plan holds, a child
 * is on one plan at a time (CIN rule 4001), of which the protection plan prevails, and
 * after adoption or an order a child is previously looked after, or in kinship care, until looked after again. Spans of
 * one status neither overlap nor touch.
 */
export function statusesOf(spells: readonly Spell[]): StatusSpan[] {
  const held = spells.filter(holdsADay);
  const of = (...kinds: readonly Spell['kind'][]): Interval[] =>
    union(held.filter(({ kind }) => kinds.includes(kind)).map(({ from, until }) => ({ from, until })));
  const lookedAfter = of('CARE');
  const since = (...reasons: readonly Spell['leftFor'][]): Interval[] =>
    subtract(
      held.flatMap(({ kind, until, leftFor }) =>
        kind === 'CARE' && until !== null && reasons.includes(leftFor) ? [{ from: until, until: null }] : [],
      ),
      lookedAfter,
    );
  const days: [SocialCareStatus, Interval[]][] = [
    [SocialCareStatus.ASSESSMENT, subtract(of('REFERRAL'), of('CHILD_IN_NEED_PLAN', 'CHILD_PROTECTION_PLAN'))],
    [SocialCareStatus.CHILD_IN_NEED, subtract(of('CHILD_IN_NEED_PLAN'), of('CHILD_PROTECTION_PLAN'))],
    [SocialCareStatus.CHILD_PROTECTION, of('CHILD_PROTECTION_PLAN')],
    [SocialCareStatus.LOOKED_AFTER, lookedAfter],
    [SocialCareStatus.PREVIOUSLY_LOOKED_AFTER, since('PERMANENCE', 'KINSHIP')],
    [SocialCareStatus.KINSHIP, since('KINSHIP')],
  ];
  return days.flatMap(([status, intervals]) => intervals.map(({ from, until }) => ({ status, from, until })));
}
