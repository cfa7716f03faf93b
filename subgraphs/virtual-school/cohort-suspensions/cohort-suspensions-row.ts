import { z } from 'zod';
import { Cohort } from '../cohort/cohort.js';

const count = z.int().nonnegative();

const row = z.object({
  key: z.tuple([z.enum(Cohort)], z.string()),
  children: count,
  told: z.boolean(),
  suspensions: count,
  suspended: count,
  exclusions: count,
  sessions: count,
});

/** True figures of one group of a cohort; `told` is whether any school told of a suspension at all. */
export type CohortSuspensionsRow = z.infer<typeof row>;

/** One row of the cube's function: another shape is our own mistake, never "none". */
export const cohortSuspensionsRow = (value: unknown): CohortSuspensionsRow => row.parse(value);
