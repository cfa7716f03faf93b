import 'reflect-metadata';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { IdentifierType } from '../../../platform/vocabulary/identifier-type.js';
import { Sex } from '../../../platform/vocabulary/sex.js';
import { mayBeLate } from '../may-be-late.js';

/** The names stand on the fields too, so that no way in to one of them goes unguarded. */
const readers = '@requiresScopes(scopes: [["partnership:read"]])';

@ObjectType({ description: 'A child’s names, as the surest source writes them.' })
export class PersonName {
  @Field(() => String, { nullable: true, description: 'Given name.' }) given: string | null;
  @Field(() => String, { nullable: true, description: 'Family name.' }) family: string | null;
  @Field(() => String, { nullable: true, description: 'The given name the child goes by, where another.' }) preferred:
    string | null;
  @Field(() => [String], { nullable: true, description: 'Family names the child had before.' }) previousFamily:
    string[] | null;
}

@ObjectType({ description: 'A number by which a body outside the hub knows the child.' })
export class Identifier {
  @Field(() => IdentifierType, { description: 'The kind of number.' }) type: IdentifierType;
  @Field(() => String, { description: 'The number, in its one written form.' }) value: string;
  @Field(() => Boolean, { description: 'True where the body that issues it said so.' }) verified: boolean;
}

/** `team` is a field resolver's. */
@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'A child or young person, 0 to 25, known to the partnership. Any field may be null because nothing is held, because it may not be seen, or because its domain could not answer; errors say which, unless existence itself is sensitive.',
})
export class Child {
  @Field(() => ID, { description: "The hub's own id: it means nothing outside the hub." })
  id: string;

  @Directive(readers)
  @Field(() => PersonName, {
    nullable: true,
    description: 'Null for a child known only from a return, which carries no names.',
  })
  name: PersonName | null;

  @Directive(readers)
  @Field(() => DateScalar, { nullable: true, description: 'Null where unborn or not known.' })
  dateOfBirth: string | null;

  @Directive(readers)
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day the child died, where social care’s returns say so. Whatever was open ended that day: the record shows it until then, and stays readable to everyone it was readable to. Null where no death is known.' +
      mayBeLate,
  })
  diedOn: string | null;

  @Directive(readers)
  @Field(() => Int, { nullable: true, description: 'Whole years today; of a child who died, on that day.' })
  age: number | null;

  @Directive(readers)
  @Field(() => Sex, { nullable: true, description: 'Sex as recorded.' })
  sex: Sex | null;

  @Directive(readers)
  @Field(() => [Identifier], {
    nullable: true,
    description:
      'The numbers that the domain of the reader’s role issues; empty for other roles, and where the child is shared in part.',
  })
  identifiers: Identifier[] | null;
}
