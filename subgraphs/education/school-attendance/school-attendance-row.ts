import { z } from 'zod';

const count = z.int().nonnegative();

const row = z.object({
  children: count,
  possible: count,
  attended: count,
  persistent: count,
  severe: count,
  phase: z.string().nullable(),
  beside: z.object({ schools: count, possible: count, attended: count }),
});

/** True figures of one school, and of all of its phase beside it, with how many schools those are. */
export type SchoolAttendanceRow = z.infer<typeof row>;

/** One row of the cube's function: another shape is our own mistake, never "none". */
export const schoolAttendanceRow = (value: unknown): SchoolAttendanceRow => row.parse(value);
