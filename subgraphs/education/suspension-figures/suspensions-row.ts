import { z } from 'zod';

const count = z.int().nonnegative();

const group = z.object({
  grouping: count,
  key: z.array(z.string()),
  phase: z.string().nullable(),
  pupils: count,
  suspensions: count,
  suspended: count,
  exclusions: count,
  excluded: count,
  sessions: count,
});
const cell = z.object({
  dimension: z.string(),
  value: z.string(),
  phase: z.string(),
  pupils: count,
  suspended: count,
  excluded: count,
});

/**
 * True figures of one group, by what it is divided by, in the `grouping` of which it is one; '' is what is not known. `phase` is
 * that of all its schools, null where they have several; `sessions` those that lie in the year.
 */
export type SuspensionsGroup = z.infer<typeof group>;
/**
 * How many children of a group of one dimension, or of all where that is empty, are pupils, were suspended and were excluded
 * for good. Of a school with its phase.
 */
export type SuspensionsCount = z.infer<typeof cell>;

const row = z.union([group, cell]);
type Row = z.infer<typeof row>;

/** One row of the cube's function: another shape is our own mistake, never "none". */
export const suspensionsRow = (value: unknown): Row => row.parse(value);

export const isGroup = (one: Row): one is SuspensionsGroup => 'key' in one;
export const isCount = (one: Row): one is SuspensionsCount => 'dimension' in one;
