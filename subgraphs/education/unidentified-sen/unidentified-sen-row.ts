import { z } from 'zod';

const count = z.int().nonnegative();

const group = z.object({
  ...{ key: z.array(z.string()), children: count, withoutSen: count, senSupport: count, ehcPlan: count },
});
const cell = z.object({ dimension: z.string(), value: z.string(), children: count, schools: count });

/** True figures of one group, by what it is divided by. */
export type UnidentifiedSenGroup = z.infer<typeof group>;
/** How many children without special educational needs stand behind a group of one dimension, or all where that is empty. */
export type UnidentifiedSenCount = z.infer<typeof cell>;

const row = z.union([group, cell]);
type Row = z.infer<typeof row>;

/** One row of the cube's function: another shape is our own mistake, never "none". */
export const unidentifiedSenRow = (value: unknown): Row => row.parse(value);

export const isGroup = (one: Row): one is UnidentifiedSenGroup => 'key' in one;
export const isCount = (one: Row): one is UnidentifiedSenCount => 'dimension' in one;
