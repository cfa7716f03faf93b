import 'reflect-metadata';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Domain } from '../../../platform/vocabulary/domain.js';

/** How much of a domain's record the reader may see. */
export enum AccessOutcome {
  FULL = 'FULL',
  REDACTED = 'REDACTED',
  EXISTENCE_ONLY = 'EXISTENCE_ONLY',
  NOT_SHARED = 'NOT_SHARED',
}

registerEnumType(AccessOutcome, {
  name: 'AccessOutcome',
  description: 'How much of a domain’s record the reader may see.',
  valuesConfig: {
    FULL: { description: 'All that the domain’s policy shares.' },
    REDACTED: {
      description:
        'Without what would tell where the child is, and without names and words of people around the child.',
    },
    EXISTENCE_ONLY: { description: 'Only that something is held.' },
    NOT_SHARED: { description: 'Nothing.' },
  },
});

@ObjectType({ description: 'Why the reader can or cannot see one domain: never says whether anything is held.' })
export class AccessExplanation {
  @Field(() => Domain, { description: 'The domain.' }) domain: Domain;
  @Field(() => AccessOutcome, { description: 'How much of its record the reader may see.' }) outcome: AccessOutcome;
  @Field(() => String, { description: 'Why, in a sentence.' }) because: string;
}
