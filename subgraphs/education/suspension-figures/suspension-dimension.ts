import { registerEnumType } from 'type-graphql';

/** What figures of suspensions are divided by, at most three at once. */
export enum SuspensionDimension {
  SCHOOL = 'SCHOOL',
  PHASE = 'PHASE',
  SEN_PROVISION = 'SEN_PROVISION',
  FREE_SCHOOL_MEALS = 'FREE_SCHOOL_MEALS',
}

registerEnumType(SuspensionDimension, {
  name: 'SuspensionDimension',
  description:
    'What figures of suspensions are divided by. What is not known is a group of its own, `UNKNOWN`. By cohorts of social care: `cohortSuspensions`.',
  valuesConfig: {
    SCHOOL: { description: 'The school that suspended the pupil, or whose roll the pupil is on, by its URN.' },
    PHASE: { description: 'That school’s phase of education, as the register of schools has it.' },
    SEN_PROVISION: {
      description:
        'The special educational provision that rolls showed on the first day of the suspension; of pupils, on the day they are counted.',
    },
    FREE_SCHOOL_MEALS: { description: 'Whether eligible for free school meals on the same day: YES, NO or UNKNOWN.' },
  },
});
