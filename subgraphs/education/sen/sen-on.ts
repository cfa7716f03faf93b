import type { SenProvision } from '../../../platform/vocabulary/sen-provision.js';
import type { StoredEnrolment } from '../enrolment/stored-enrolment.js';
import { rankOf } from './provision-history.js';

/** A roll as far as it shows special educational needs. */
export type SenRoll = Pick<StoredEnrolment, 'until' | 'provisions' | 'needs'>;

/** What rolls showed of a child on a day. */
export interface SenShown {
  readonly provision: SenProvision;
  /** Codes, the main need first. */
  readonly needs: readonly string[];
}

/**
 * What a child's rolls showed on a day, as they were told until then: the highest provision where two differ, with the needs of
 * that roll. Null where no roll of that day showed anything.
 */
export function senOn(rolls: readonly SenRoll[], on: string): SenShown | null {
  const shown = rolls.flatMap((roll) => {
    const provision = saidOn(roll.provisions, on)?.provision;
    const isOver = roll.until !== null && roll.until <= on;
    return isOver || provision === undefined ? [] : [{ provision, needs: needsOn(roll, on) }];
  });
  const highest = Math.max(...shown.map(rankOf));
  return shown.findLast((one) => rankOf(one) === highest) ?? null;
}

/** The codes of the needs that a roll had shown by a day, the main one first. */
export const needsOn = ({ needs }: Pick<SenRoll, 'needs'>, on: string): readonly string[] =>
  saidOn(needs, on)?.codes ?? [];

const saidOn = <Said extends { readonly from: string }>(said: readonly Said[], on: string): Said | undefined =>
  said.findLast(({ from }) => from <= on);
