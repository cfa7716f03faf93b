import { registerEnumType } from 'type-graphql';

/** The virtual school's judgement of a completed Personal Education Plan. */
export enum PepQuality {
  RED = 'RED',
  AMBER = 'AMBER',
  GREEN = 'GREEN',
}

registerEnumType(PepQuality, {
  name: 'PepQuality',
  description: "The virtual school's judgement of a completed Personal Education Plan.",
  valuesConfig: {
    RED: { description: 'Does not meet the standard; to be done again.' },
    AMBER: { description: 'Meets it in part; to be improved.' },
    GREEN: { description: 'Meets the standard.' },
  },
});
