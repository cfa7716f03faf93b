import { z } from 'zod';

const held = { from: z.string(), until: z.string().nullable() };

const school = z.object({
  urn: z.string(),
  name: z.string(),
  phase: z.string(),
  laCode: z.string(),
  laName: z.string(),
  type: z.string(),
  status: z.string(),
  closedDays: z.record(z.string(), z.string()).default({}),
});

/** Ten marks, Monday morning to Friday afternoon; null where none was made. */
const register = z.object({ urn: z.string(), week: z.string(), marks: z.array(z.string().nullable()).length(10) });

const suspension = z.object({
  urn: z.string(),
  startedOn: z.string(),
  session: z.string().default(''),
  sessions: z.int().optional(),
  lunchtimes: z.int().optional(),
  category: z.enum(['SUSP', 'LNCH', 'PERM']),
  cancelledOn: z.string().optional(),
  sessionsServed: z.int().optional(),
});

const status = z.object({
  status: z.enum(['ASSESSMENT', 'CHILD_IN_NEED', 'CHILD_PROTECTION', 'LOOKED_AFTER']),
  legalStatus: z.string().optional(),
  ...held,
});

const child = z.object({
  key: z.string(),
  given: z.string(),
  family: z.string(),
  dateOfBirth: z.string(),
  upn: z.string(),
  nhsNumber: z.string(),
  laCode: z.string().nullable(),
  laChildId: z.string().nullable(),
  senProvision: z.string(),
  /** 1 eligible, 0 not, empty where the roll does not say. */
  freeSchoolMeals: z.string().default(''),
  enrolments: z.array(z.object({ urn: z.string(), status: z.string(), ...held })),
  statuses: z.array(status),
  allocations: z.array(
    z.object({ workerId: z.string(), team: z.string(), role: z.string().default('SOCIAL_WORKER'), ...held }),
  ),
  registers: z.array(register),
  suspensions: z.array(suspension).default([]),
});

const ofChild = { child: z.string() };

const expectedAfter = z.record(z.string(), z.unknown()).optional();

/** What partners send later: a school's register put right, a council's return that comes late, marks of one who left. */
const correction = z.union([
  z.object({ register: register.extend(ofChild), expect: expectedAfter }),
  z.object({ statuses: z.object({ ...ofChild, statuses: z.array(status) }), expect: expectedAfter }),
  z.object({ strayRegister: register.extend(ofChild), expect: expectedAfter }),
]);

const figures = z.record(z.string(), z.unknown());

/** What the figures of an area are, as somebody worked them out by hand. */
const expected = z.object({
  ofEachChild: z.record(z.string(), figures),
  attendanceWhile: z.array(figures.and(z.object({ child: z.string(), status: z.string() }))),
  cohortAttendance: z.array(
    z.object({
      cohort: z.string(),
      by: z.array(z.string()),
      groups: z.array(figures.and(z.object({ key: z.array(z.string()) }))),
    }),
  ),
  comparator: z.array(
    z.object({
      urn: z.string(),
      week: z.string(),
      pupils: z.int(),
      possible: z.int(),
      attended: z.int(),
      percent: z.number(),
    }),
  ),
  cohortComparator: z.preprocess(
    // Beside the figures stands the sentence that says what they are.
    ({ rule: _rule, ...rest }: Record<string, unknown>) => rest,
    z.record(z.string(), z.array(z.object({ week: z.string(), percent: z.number() }))),
  ),
  persistentByBasis: z.record(z.string(), z.object({ of: z.int(), persistent: z.int(), severe: z.int() })),
  /** Sessions of unauthorised absence by child, and who has come to the threshold. */
  penaltyNotice: figures.optional(),
  triangulation: z.array(
    z.object({
      week: z.string(),
      items: z.array(figures.and(z.object({ child: z.string(), alerts: z.array(z.string()) }))),
    }),
  ),
});

export const example = z.object({
  title: z.string(),
  asAt: z.string(),
  weeks: z.array(z.string()),
  schools: z.array(school),
  children: z.array(child),
  afterCorrections: z.array(correction),
  expect: expected.optional(),
});

/** A small area whose figures can be worked out by hand: its schools, its children, and what partners send of them. */
export type Example = z.infer<typeof example>;
export type ExampleChild = z.infer<typeof child>;
export type ExampleRegister = z.infer<typeof register>;
export type ExampleStatus = z.infer<typeof status>;
export type Correction = z.infer<typeof correction>;
/** What somebody wrote down of an example; absent from our own, whose figures the oracle works out. */
export type Written = z.infer<typeof expected>;
