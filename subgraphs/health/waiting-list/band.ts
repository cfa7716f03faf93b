import { z } from 'zod';
import { codeSet } from '../../../platform/code-sets/code-set.js';
import { Defect } from '../../../platform/errors/hub-error.js';

const { chsWaitBands } = codeSet(
  'waiting_codes',
  z.object({
    chsWaitBands: z.array(z.object({ code: z.string(), minDays: z.int(), maxDays: z.int().nullable() })),
  }),
);

/** The published bands in order, shortest wait first, as weeks: `0-1` … `52+`. */
export const WAIT_BANDS: readonly string[] = chsWaitBands.map(({ code }) => code);

/** The fewest days of each of them, in the same order. */
export const WAIT_BANDS_FROM: readonly number[] = chsWaitBands.map(({ minDays }) => minDays);

/**
 * The band of a wait of so many days. Source: NHS England Community Health Services situation report; the bands are
 * written in weeks but bounded in days, and 52+ begins at 365.
 */
export function bandOf(daysWaiting: number): string {
  const band = chsWaitBands.findLast(({ minDays }) => daysWaiting >= minDays);
  if (!band) throw new Defect('A wait cannot be shorter than 0 days.');
  return band.code;
}
