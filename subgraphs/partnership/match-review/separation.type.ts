import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../platform/vocabulary/date-time-scalar.js';
import { AccessOutcome } from '../explanation/access-explanation.type.js';

@ObjectType({ description: 'One time that somebody was shown something of a child.' })
export class Disclosure {
  @Field(() => DateTimeScalar, { description: 'When.' }) at: string;
  @Field(() => String, { description: 'To whom.' }) who: string;
  @Field(() => String, { description: 'In which role.' }) role: string;
  @Field(() => String, { description: 'Working where, by the hub’s id of the organisation.' }) organisation: string;
  @Field(() => String, { description: 'For which purpose.' }) purpose: string;
  @Field(() => [String], { description: 'What: the domain, the tier and what was asked for.' }) fields: string[];
  @Field(() => AccessOutcome, { description: 'How much of it.' }) outcome: AccessOutcome;
  @Field(() => String, { nullable: true, description: 'The reason given, where the glass was broken.' })
  breakGlassReason: string | null;
}

@ObjectType({ description: 'Two children who had been taken for one, and were separated.' })
export class Separation {
  @Field(() => DateTimeScalar, { description: 'When they were separated.' }) at: string;
  @Field(() => String, { description: 'Who separated them.' }) by: string;
  @Field(() => String, { description: 'Why, in words.' }) reason: string;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when they had been linked; null where that is not known, and every disclosure is listed.',
  })
  since: string | null;
  @Field(() => [Disclosure], {
    description: 'Every disclosure in that time that showed records of both, the earliest first.',
  })
  disclosures: Disclosure[];
}
