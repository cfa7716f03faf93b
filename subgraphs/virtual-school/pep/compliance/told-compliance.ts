import { protectTable } from '../../../../platform/figures/protect.js';
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
 * To whoever is not: each number by itself, and the judgements as a table whose small groups cannot be worked out, since they
 * add up to the plans completed. Where all that any plan has are hidden so is their sum: it would tell of them when each is
 * as large as a hidden one can be.
 */
export function toldHidden(counts: ComplianceCounts): Told {
  const { eligible, completed, overdue } = counts;
  if (isSmall(eligible))
    return { eligible: null, completed: null, percent: null, overdue: null, byQuality: null, suppressed: true };
  const qualities = qualitiesOf(counts);
  const hidden = hiddenAmong(qualities);
  const told = byQuality(qualities.map((count, at) => (hidden.has(at) ? null : shownCount(count))));
  const common = { eligible: shownCount(eligible), overdue: shownCount(overdue), byQuality: told, suppressed: false };
  const present = qualities.filter((count) => count > 0).length;
  if (hidden.size > 0 && hidden.size === present) return { ...common, completed: null, percent: null };
  const percent = shownPercent({ part: completed, whole: eligible, children: eligible });
  return { ...common, completed: shownCount(completed), percent };
}

/** The places of the judgements that are hidden. Plans that are not judged tell least, and give way first. */
function hiddenAmong(qualities: readonly number[]): ReadonlySet<number> {
  const places = [ORDER.indexOf(null), ...ORDER.flatMap((quality, at) => (quality === null ? [] : [at]))];
  const cells = places.map((at) => ({ value: String(at), children: qualities[at] ?? 0, schools: ANY_SCHOOLS }));
  return new Set([...protectTable(cells).hidden].map(Number));
}

/** Plans are the virtual school's and are counted over the area: no school stands behind a number of them. */
const ANY_SCHOOLS = Number.POSITIVE_INFINITY;

const ORDER = [PepQuality.RED, PepQuality.AMBER, PepQuality.GREEN, null] as const;

const qualitiesOf = ({ red, amber, green, unjudged }: ComplianceCounts): number[] => [red, amber, green, unjudged];

const byQuality = (counts: readonly (number | null)[]): PepQualityCount[] =>
  ORDER.map((quality, at) => ({ quality, count: counts[at] ?? null }));
