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
  schools: beside,
  phases: beside,
  believed: z.string(),
});
const state = z.object({ replaced: z.string().nullable(), newestRegister: z.string().nullable() });

/** True figures of one group, as the cube answers them. */
export type GroupRow = z.infer<typeof group>;
/** What the figures are of: when a slice was last replaced by another, and the newest week with a register. */
export type StateRow = z.infer<typeof state>;

const row = z.union([group, state]);

/** One row of the cube's function: another shape is our own mistake, never "none". */
export const cubeRow = (value: unknown): GroupRow | StateRow => row.parse(value);

export const isGroup = (one: GroupRow | StateRow): one is GroupRow => 'key' in one;
export const isState = (one: GroupRow | StateRow): one is StateRow => !isGroup(one);
