import { z } from 'zod';

const count = z.int().nonnegative();

const group = z.object({
  key: z.array(z.string()),
  referrals: count,
  accepted: count,
  redirected: count,
  rejected: count,
  median: z.number().nullable(),
  childrenTold: count,
});
const cell = z.object({
  quarter: z.string(),
  dimension: z.string(),
  value: z.string(),
  outcome: z.enum(['', 'ACCEPTED', 'REJECTED', 'REDIRECTED', 'NONE']),
  children: count,
});

/** True figures of one group, by what it is divided by: an age band by its place from 1, and '' what is not known. */
export type ReferralsGroup = z.infer<typeof group>;
/**
 * How many children have a referral of one outcome, or of any ('') in one group of one dimension, or of all where that is
 * empty, and of one quarter of a year, which its first day names.
 */
export type ReferralsCount = z.infer<typeof cell>;

const row = z.union([group, cell]);
type Row = z.infer<typeof row>;

/** One row of the cube's function: another shape is our own mistake, never "none". */
export const referralsRow = (value: unknown): Row => row.parse(value);

export const isGroup = (one: Row): one is ReferralsGroup => 'key' in one;
export const isCount = (one: Row): one is ReferralsCount => 'quarter' in one;
