import { registerEnumType } from 'type-graphql';

/** Sex as the sources record it. */
export enum Sex {
  FEMALE = 'FEMALE',
  MALE = 'MALE',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(Sex, {
  name: 'Sex',
  description: 'Sex as the sources record it.',
  valuesConfig: {
    FEMALE: { description: 'Recorded as female.' },
    MALE: { description: 'Recorded as male.' },
    UNKNOWN: { description: 'Not recorded, not known or not stated.' },
  },
});
