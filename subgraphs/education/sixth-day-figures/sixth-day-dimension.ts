import { registerEnumType } from 'type-graphql';

/** What figures of sixth days are divided by. */
export enum SixthDayDimension {
  SCHOOL = 'SCHOOL',
  DUTY_HOLDER = 'DUTY_HOLDER',
}

registerEnumType(SixthDayDimension, {
  name: 'SixthDayDimension',
  description: 'What figures of provision from the sixth day are divided by.',
  valuesConfig: {
    SCHOOL: { description: 'The school that suspended or excluded the child, by its URN.' },
    DUTY_HOLDER: {
      description: 'Who owes the provision: SCHOOL during suspensions, COUNCIL after a permanent exclusion.',
    },
  },
});
