import { registerEnumType } from 'type-graphql';

/** The groups of children whose education a Virtual School Head follows. A child may be in several. */
export enum Cohort {
  LOOKED_AFTER = 'LOOKED_AFTER',
  CHILD_PROTECTION = 'CHILD_PROTECTION',
  CHILD_IN_NEED = 'CHILD_IN_NEED',
  PREVIOUSLY_LOOKED_AFTER = 'PREVIOUSLY_LOOKED_AFTER',
  KINSHIP = 'KINSHIP',
  EVER_SOCIAL_WORKER = 'EVER_SOCIAL_WORKER',
}

registerEnumType(Cohort, {
  name: 'Cohort',
  description: 'A group of children whose education the Virtual School Head follows. A child may be in several.',
  valuesConfig: {
    LOOKED_AFTER: { description: 'Looked after now: a duty to each child.' },
    CHILD_PROTECTION: { description: 'On a child protection plan now.' },
    CHILD_IN_NEED: { description: 'On a Child in Need plan now.' },
    PREVIOUSLY_LOOKED_AFTER: {
      description: 'Left care through adoption or a guardianship or child arrangements order.',
    },
    KINSHIP: { description: 'In the care of family or friends.' },
    EVER_SOCIAL_WORKER: { description: 'Had a social worker now or at any time before.' },
  },
});
