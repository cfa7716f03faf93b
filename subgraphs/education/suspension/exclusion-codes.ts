import { z } from 'zod';
import { codeSet } from '../../../platform/code-sets/code-set.js';
import { SuspensionCategory } from './suspension-category.js';

const { reason: labels, maxReasons } = codeSet(
  'exclusion_codes',
  z.object({ reason: z.record(z.string(), z.string()), maxReasons: z.number().int() }),
);

/** The published codes of categories. */
export const categoryCodes: Readonly<Record<string, SuspensionCategory>> = {
  SUSP: SuspensionCategory.SUSPENSION,
  LNCH: SuspensionCategory.LUNCHTIME,
  PERM: SuspensionCategory.PERMANENT,
};

/** How many reasons may be given of one suspension. Source: school census from 2020/21. */
export const mostReasons = maxReasons;

// "Other" was taken out of the census's list as the three reasons came in.
const withdrawnFrom: Readonly<Record<string, string>> = { OT: '2020-09-01' };

/** Whether a reason is one of the published list on a day. */
export function isReason(code: string, on: string): boolean {
  return Object.hasOwn(labels, code) && on < (withdrawnFrom[code] ?? '9999-12-31');
}

/** What a reason's code means, in the published words. */
export const reasonLabel = (code: string): string => labels[code] ?? code;
