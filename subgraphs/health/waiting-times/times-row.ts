import { z } from 'zod';

const count = z.int().nonnegative();

const group = z.object({
  key: z.array(z.string()),
  children: count,
  waits: count,
  breached: count,
  median: z.number().nullable(),
  percentile92: z.number().nullable(),
});
const cell = z.object({ dimension: z.string(), value: z.string(), children: count, breached: count });
const provider = z.object({ provider: z.string(), name: z.string() });
const unnamed = z.object({ unnamed: z.literal(true) });

/** True figures of one group, in days, by what it is divided by; a band by its place from 1. */
export type TimesGroup = z.infer<typeof group>;
/**
 * How many children wait in one group of one dimension, and how many have a referral whose clock is breached; of all where the
 * dimension is empty.
 */
export type TimesCell = z.infer<typeof cell>;
/** A provider that the hub knows. */
export type KnownProvider = z.infer<typeof provider>;

const row = z.union([group, cell, provider, unnamed]);
type Row = z.infer<typeof row>;

/** One row of the cube's function: another shape is our own mistake, never "none". */
export const timesRow = (value: unknown): Row => row.parse(value);

export const isGroup = (one: Row): one is TimesGroup => 'key' in one;
export const isCell = (one: Row): one is TimesCell => 'dimension' in one;
/** That there are services that are not named to whoever asks. */
export const isUnnamed = (one: Row): boolean => 'unnamed' in one;
export const isProvider = (one: Row): one is KnownProvider => 'provider' in one;
