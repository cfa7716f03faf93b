import 'reflect-metadata';
import { Directive, Field, ObjectType } from 'type-graphql';
import { DateScalar } from './date-scalar.js';
import { VoiceKind } from './voice-kind.js';

/** The own words of a child or a parent. */
@Directive('@shareable')
@ObjectType({ description: "The child's or a parent's own words, next to what they concern." })
export class Voice {
  @Field(() => String, { description: 'Whose words, in words: the child or a parent.' })
  by: string;

  @Field(() => VoiceKind, { description: 'Whose words, as one of a list.' })
  byKind: VoiceKind;

  @Field(() => DateScalar, { nullable: true, description: 'The day they were said or written, where known.' })
  on: string | null;

  @Field(() => String, { description: 'The words themselves, unedited.' })
  words: string;

  @Field(() => String, { description: 'What the words are about.' })
  concerning: string;
}
