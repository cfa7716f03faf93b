import { z } from 'zod';

const percent = z.number().nullable();
const beside = z.object({ of: z.number(), percent });

const group = z.object({
  key: z.array(z.string()),
  children: z.number(),
  possible: z.number(),
  attended: z.number(),
  persistent: z.number(),
  severe: z.number(),
  suspensions: z.number().nullable(),
  suspendedSessions: z.number().nullable(),
  schools: beside,
  phases: beside,
  believed: z.string(),
});
const state = z.object({ replaced: z.string().nullable(), newestRegister: z.string().nullable() });

/** True figures of one group, as the cube answers them. */
export type GroupRow = z.infer<typeof group>;
/** What the figures are of: when a slice was last replaced by another, and the newest week with a register. */
export type StateRow = z.infer<typeof state>;

const cell = z.object({
  cohort: z.string(),
  week: z.string(),
  dimension: z.string(),
  value: z.string(),
  children: z.number(),
  schools: z.number(),
});

/** How many children stand in one group of one week, and of how many schools; of all where the dimension is empty. */
export type CellRow = z.infer<typeof cell>;

const row = z.union([group, cell, state]);
type Row = z.infer<typeof row>;

/** One row of the cube's function: another shape is our own mistake, never "none". */
export const cubeRow = (value: unknown): Row => row.parse(value);

export const isGroup = (one: Row): one is GroupRow => 'key' in one;
export const isCell = (one: Row): one is CellRow => 'dimension' in one;
export const isState = (one: Row): one is StateRow => 'replaced' in one;
