import { z } from 'zod';

const step = z.object({
  to: z.string(),
  on: z.string(),
  reason: z.string().optional(),
  redirectTo: z.string().optional(),
  appointmentOn: z.string().optional(),
  firstAppointment: z.boolean().default(false),
  properlyOffered: z.boolean().default(false),
  wasNotBrought: z.boolean().default(false),
  cancelledBy: z.enum(['FAMILY', 'PROVIDER']).optional(),
});

const figures = z.record(z.string(), z.unknown());

const entry = z.object({
  ref: z.string(),
  child: z.object({ given: z.string(), family: z.string(), dateOfBirth: z.string(), nhsNumber: z.string() }),
  providerOds: z.string(),
  service: z.string(),
  /** The day the first referral was received: a redirected child keeps it. */
  receivedOn: z.string(),
  baselineOutcomeOn: z.string().nullable().default(null),
  carePlanOn: z.string().nullable().default(null),
  continuesFrom: z.string().nullable().default(null),
  continuesAs: z.string().nullable().default(null),
  history: z.array(step).min(1),
  expect: figures.optional(),
});

/** A change that must not be made, and how it is answered. */
const refusal = z.object({
  ref: z.string(),
  to: z.string(),
  on: z.string(),
  reason: z.string().optional(),
  answer: z.enum(['IllegalTransition', 'InvalidChange']),
  allowed: z.array(z.string()).optional(),
  field: z.string().optional(),
});

const times = z.object({
  waiting: z.int(),
  medianDays: z.number(),
  medianWeeks: z.number(),
  p92Days: z.number(),
  p92Weeks: z.number(),
  breachedClocks: z.int(),
});

/** What the figures of all entries together are, as somebody worked them out by hand. */
const together = z.object({
  waitingTimesByService: z.array(times.extend({ service: z.string() })),
  all: times.extend({ within18Weeks: z.int(), over18Weeks: z.int(), from52Weeks: z.int() }),
  bands: z.record(z.string(), z.int()),
  oneDayLater: z.object({ asAt: z.string() }).catchall(figures.or(z.string())),
  onThe20thOfJune: z.object({ asAt: z.string(), waiting: z.array(z.string()), medianDays: z.number() }),
});

export const example = z.object({
  title: z.string(),
  asAt: z.string(),
  /** The standard that each service is measured against. */
  standards: z.record(z.string(), z.string()),
  entries: z.array(entry),
  refused: z.array(refusal),
  expect: together.optional(),
});

/** A small area whose waits can be worked out by hand: each referral, and every step of it. */
export type Example = z.infer<typeof example>;
export type ExampleEntry = z.infer<typeof entry>;
export type ExampleStep = z.infer<typeof step>;
