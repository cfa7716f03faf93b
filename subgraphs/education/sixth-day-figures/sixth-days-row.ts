import { z } from 'zod';

const count = z.int().nonnegative();

const group = z.object({ key: z.array(z.string()), due: count, inTime: count, late: count, missing: count });
const cell = z.object({ dimension: z.string(), value: z.string(), children: count });

/** True figures of one group, by what it is divided by. */
export type SixthDaysGroup = z.infer<typeof group>;
/** How many children of a group of one dimension, or of all where that is empty, anything was owed to. */
export type SixthDaysCount = z.infer<typeof cell>;

const row = z.union([group, cell]);
type Row = z.infer<typeof row>;

/** One row of the cube's function: another shape is our own mistake, never "none". */
export const sixthDaysRow = (value: unknown): Row => row.parse(value);

export const isGroup = (one: Row): one is SixthDaysGroup => 'key' in one;
export const isCount = (one: Row): one is SixthDaysCount => 'dimension' in one;
