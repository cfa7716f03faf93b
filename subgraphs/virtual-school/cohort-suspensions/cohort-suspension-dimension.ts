import { registerEnumType } from 'type-graphql';

/** What figures of the suspensions of cohorts may be divided by, beside the cohort. */
export enum CohortSuspensionDimension {
  SCHOOL = 'SCHOOL',
  PHASE = 'PHASE',
  SEN_PROVISION = 'SEN_PROVISION',
  FREE_SCHOOL_MEALS = 'FREE_SCHOOL_MEALS',
}

registerEnumType(CohortSuspensionDimension, {
  name: 'CohortSuspensionDimension',
  description:
    'What figures of the suspensions of each cohort are divided by. What is not known is a group of its own, `UNKNOWN`.',
  valuesConfig: {
    SCHOOL: {
      description: 'The school that suspended the child, or where the child had a session, by its URN.',
    },
    PHASE: { description: 'That school’s phase of education, as the register of schools has it.' },
    SEN_PROVISION: {
      description:
        'The special educational provision on the first day of the suspension; of sessions, on the first day counted in the week.',
    },
    FREE_SCHOOL_MEALS: { description: 'Whether eligible for free school meals on the same day: YES, NO or UNKNOWN.' },
  },
});
