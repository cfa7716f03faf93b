import { Figures } from '../../../platform/figures/figures.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { AGE_BANDS_FROM } from './age-band.js';
import { checkAsked, isWholeQuarters, type ReferralsAsked } from './asked-referrals.js';
import { compareKeys, writtenName } from './group-names.js';
import { isWholeHidden, protectReferrals } from './protect-referrals.js';
import type { ReferralsCell } from './referrals-cell.type.js';
import { isCount, isGroup, type ReferralsCount, type ReferralsGroup, referralsRow } from './referrals-row.js';
import { referralsCube } from './referrals.cube.js';
import { toldExactly, toldHidden, toldRounded, type ToldReferrals } from './told-referrals.js';

const basis =
  'referral: received in the period, once whichever service its wait went on at; accepted, redirected and rejected as its history has it now, each referral at most one of them; days from the latest outcome until its referrer was told; nobody’s that is kept to another provider';

/** Referrals to health services and what comes of them, told as far as the caller is entitled to it. */
export class ReferralsService {
  private readonly figures: Figures;

  constructor(private readonly scope: RequestScope) {
    this.figures = new Figures(scope);
  }

  /**
   * Referrals received in a period, by group.
   * @throws Refused for a role and purpose that the cube's sentences do not speak of.
   * @throws InvalidInput, naming the argument, for what cannot be asked.
   */
  async of(asked: ReferralsAsked): Promise<ReferralsCell[]> {
    const { today } = this.scope;
    checkAsked(asked, today);
    const question = { ...asked, ages: AGE_BANDS_FROM };
    const [{ rows, entitled }, { asAt }] = await Promise.all([
      this.figures.ask(referralsCube, question, referralsRow),
      this.scope.sources(),
    ]);
    const groups = rows.filter(isGroup).map((group) => written(asked, group));
    const told =
      entitled === 'SUPPRESSED'
        ? suppressedOf(asked, groups, rows.filter(isCount), isWholeQuarters(asked, today))
        : groups.map(toldExactly);
    return told
      .toSorted((one, other) => compareKeys(asked.by, one.key, other.key))
      .map((one) => ({ ...one, asAt, basis }));
  }
}

const written = ({ by }: ReferralsAsked, group: ReferralsGroup): ReferralsGroup => ({
  ...group,
  key: group.key.map((value, at) => writtenName(by[at] ?? '', value)),
});

/** Of one dimension, what its own table leaves; where no group may be told, one without a name, which tells of no child. */
function suppressedOf(
  { by }: ReferralsAsked,
  groups: readonly ReferralsGroup[],
  counts: readonly ReferralsCount[],
  whole: boolean,
): ToldReferrals[] {
  const [dimension = '', ...others] = by;
  if (!whole || others.length > 0) return [toldHidden([])];
  const { hidden, named, outcomes } = protectReferrals(dimension, counts);
  if (!named || (dimension === '' && isWholeHidden(counts))) return [toldHidden([])];
  const untold = new Set([...hidden].map((value) => writtenName(dimension, value)));
  return groups.map((group) =>
    dimension !== '' && untold.has(group.key[0] ?? '') ? toldHidden([...group.key]) : toldRounded(group, outcomes),
  );
}
