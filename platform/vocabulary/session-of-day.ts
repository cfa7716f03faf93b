import { registerEnumType } from 'type-graphql';

/** A school day has two sessions, each marked once in the register. */
export enum SessionOfDay {
  AM = 'AM',
  PM = 'PM',
}

registerEnumType(SessionOfDay, {
  name: 'SessionOfDay',
  description: 'Which of the two sessions of a school day.',
  valuesConfig: { AM: { description: 'The morning session.' }, PM: { description: 'The afternoon session.' } },
});
