import { registerEnumType } from 'type-graphql';

/** What figures of a cohort may be divided by, at most three at once. */
export enum CohortDimension {
  WEEK = 'WEEK',
  TERM = 'TERM',
  SCHOOL = 'SCHOOL',
  PHASE = 'PHASE',
  SOCIAL_WORK_TEAM = 'SOCIAL_WORK_TEAM',
  SEN_PROVISION = 'SEN_PROVISION',
  FREE_SCHOOL_MEALS = 'FREE_SCHOOL_MEALS',
}

registerEnumType(CohortDimension, {
  name: 'CohortDimension',
  description: 'What figures of a cohort are divided by, and how a group is then named.',
  valuesConfig: {
    WEEK: { description: 'The school week, by the date of its Monday.' },
    TERM: {
      description:
        'The term that the week’s Wednesday is in, for example 2026/27 Autumn: September to December, January to March, April to August.',
    },
    SCHOOL: { description: 'The school whose mark of the session prevailed, by its URN.' },
    PHASE: { description: 'That school’s phase of education, as the register of schools has it.' },
    SOCIAL_WORK_TEAM: {
      description: 'The team of social care that held the case on the day, by its name; empty where none did.',
    },
    SEN_PROVISION: {
      description:
        'The special educational provision on the first day counted in the week; UNKNOWN where no roll shows it.',
    },
    FREE_SCHOOL_MEALS: {
      description: 'Whether eligible for free school meals on that day: YES, NO or UNKNOWN.',
    },
  },
});
