import { SenProvision } from '../../../platform/vocabulary/sen-provision.js';
import type { StoredEnrolment } from '../enrolment/stored-enrolment.js';

/** A provision held in `[from, until)`; a null `until` still holds. */
export interface ProvisionInterval {
  readonly provision: SenProvision;
  readonly from: string;
  readonly until: string | null;
}

type Roll = Pick<StoredEnrolment, 'until' | 'provisions'>;

const ascending = [SenProvision.NONE, SenProvision.SEN_SUPPORT, SenProvision.EHC_PLAN];

/** The higher, the more provision. */
export const rankOf = ({ provision }: { readonly provision: SenProvision }): number => ascending.indexOf(provision);

const forever = '9999-12-31';

/**
 * What a child's rolls together showed up to a day, as the fewest intervals that do not overlap, oldest first. Where
 * two rolls differ (a dual registration, a late census) the higher provision holds: to miss a plan is the worse error.
 */
export function provisionHistory(rolls: readonly Roll[], today: string): ProvisionInterval[] {
  const shown = rolls
    .flatMap(intervalsOf)
    .filter(({ from, until }) => from <= today && (until === null || from < until));
  const days = [...new Set(shown.flatMap(({ from, until }) => [from, until ?? forever]))].sort();
  const history: ProvisionInterval[] = [];
  for (const [index, from] of days.entries()) {
    const covering = shown.filter((one) => one.from <= from && from < (one.until ?? forever));
    const highest = covering.sort((a, b) => rankOf(b) - rankOf(a))[0];
    const end = days[index + 1];
    if (!highest || end === undefined) continue;
    const next = { provision: highest.provision, from, until: end === forever ? null : end };
    const last = history.at(-1);
    if (last?.until === from && last.provision === next.provision) {
      history[history.length - 1] = { ...last, until: next.until };
    } else history.push(next);
  }
  return history;
}

// A change may have been told only after the child had left: that roll then never showed it.
function intervalsOf({ until, provisions }: Roll): ProvisionInterval[] {
  return provisions.map(({ provision, from }, index) => {
    const next = provisions[index + 1]?.from ?? forever;
    const end = next < (until ?? forever) ? next : (until ?? forever);
    return { provision, from, until: end === forever ? null : end };
  });
}
