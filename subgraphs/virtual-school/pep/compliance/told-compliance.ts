import { isSmall, shownCount, shownPercent } from '../../../../platform/figures/suppress.js';
import { PepQuality } from '../pep-quality.js';
import type { PepCompliance, PepQualityCount } from './pep-compliance.type.js';

/** The true figures of a term. */
export interface ComplianceCounts {
  readonly eligible: number;
  readonly completed: number;
  readonly overdue: number;
  readonly red: number;
  readonly amber: number;
  readonly green: number;
  readonly unjudged: number;
}

type Told = Pick<PepCompliance, 'eligible' | 'completed' | 'percent' | 'overdue' | 'byQuality' | 'suppressed'>;

/** To whoever is entitled to the whole group. Percent to four places, halves up. */
export function toldExactly(counts: ComplianceCounts): Told {
  const { eligible, completed, overdue } = counts;
  const percent = eligible === 0 ? null : Math.round((1_000_000 * completed) / eligible) / 10_000;
  return { eligible, completed, percent, overdue, byQuality: byQuality(qualitiesOf(counts)), suppressed: false };
}

/**
 * To whoever is not: each number by itself, and beside a judgement that is hidden a second one, since the judgements add up
 * to the plans completed. Which is the second follows from their order, never from how many it is, or it would tell that.
 * Where all are hidden so is their sum: four times seven is the most it could be.
 */
export function toldHidden(counts: ComplianceCounts): Told {
  const { eligible, completed, overdue } = counts;
  if (isSmall(eligible))
    return { eligible: null, completed: null, percent: null, overdue: null, byQuality: null, suppressed: true };
  const qualities = qualitiesOf(counts);
  const hidden = hiddenAmong(qualities);
  const told = byQuality(qualities.map((count, at) => (hidden.has(at) ? null : shownCount(count))));
  const common = { eligible: shownCount(eligible), overdue: shownCount(overdue), byQuality: told, suppressed: false };
  if (hidden.size === qualities.length) return { ...common, completed: null, percent: null };
  const percent = shownPercent({ part: completed, whole: eligible, children: eligible });
  return { ...common, completed: shownCount(completed), percent };
}

/** The places of the judgements that are hidden: the small ones, and where it is one alone the next that any plan has. */
function hiddenAmong(qualities: readonly number[]): ReadonlySet<number> {
  const places = qualities.map((_, at) => at);
  const small = places.filter((at) => isSmall(qualities[at] ?? 0));
  const [only] = small;
  if (only === undefined || small.length > 1) return new Set(small);
  const next = [...places.slice(only + 1), ...places.slice(0, only)].find((at) => qualities[at] !== 0);
  return new Set(next === undefined ? small : [only, next]);
}

const ORDER = [PepQuality.RED, PepQuality.AMBER, PepQuality.GREEN, null] as const;

const qualitiesOf = ({ red, amber, green, unjudged }: ComplianceCounts): number[] => [red, amber, green, unjudged];

const byQuality = (counts: readonly (number | null)[]): PepQualityCount[] =>
  ORDER.map((quality, at) => ({ quality, count: counts[at] ?? null }));
