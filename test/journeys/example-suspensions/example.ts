import { z } from 'zod';

const span = z.tuple([z.string(), z.string()]);

const calendar = z.object({ terms: z.array(span).default([]), closed: z.array(span).default([]) });

const suspension = z.object({
  urn: z.string(),
  startedOn: z.string(),
  session: z.enum(['AM', 'PM']).optional(),
  sessions: z.int().optional(),
  lunchtimes: z.int().optional(),
  category: z.enum(['SUSP', 'LNCH', 'PERM']),
  cancelledOn: z.string().optional(),
  sessionsServed: z.int().optional(),
  provisionInPlaceOn: z.string().optional(),
});

/** What is owed from a sixth day, by the first day of its run. */
const sixthDay = z.object({
  of: z.string(),
  dueOn: z.string(),
  dutyOf: z.string(),
  inPlaceOn: z.string().optional(),
  breached: z.boolean(),
  /** Of a looked-after child: the day on which provision is expected already. */
  firstDayExpectation: z.string().optional(),
});

const year = z.object({
  sessions: z.int(),
  lunchtimes: z.int(),
  schoolDays: z.number(),
  left: z.number(),
  over: z.boolean(),
});

const expected = z.object({
  years: z.record(z.string(), year),
  running: z.array(z.object({ after: z.string(), schoolDays: z.number(), over: z.boolean() })).default([]),
  sixthDays: z.array(sixthDay),
  /** By year and term, as `2026 Autumn`. */
  governors: z.record(z.string(), z.object({ schoolDays: z.number(), duty: z.string() })).default({}),
  /** Who is told of the suspensions; where it is not said, whoever the statuses name. */
  notify: z.array(z.string()).optional(),
});

const child = z.object({
  key: z.string(),
  given: z.string(),
  family: z.string(),
  dateOfBirth: z.string(),
  ncYear: z.string(),
  upn: z.string(),
  lookedAfter: z.boolean().default(false),
  socialWorker: z.boolean().default(false),
  /** The day on which it is so. */
  asAt: z.string(),
  suspensions: z.array(suspension),
  expect: expected.optional(),
});

export const example = z.object({
  title: z.string(),
  /** By URN, and of every school under `both`: what a school adds to it. */
  calendars: z.record(z.string(), calendar),
  children: z.array(child),
});

/** Children whose suspensions can be worked out by hand, and the days on which their schools are open. */
export type Example = z.infer<typeof example>;
export type ExampleChild = z.infer<typeof child>;
export type ExampleSuspension = z.infer<typeof suspension>;
export type Written = z.infer<typeof expected>;
