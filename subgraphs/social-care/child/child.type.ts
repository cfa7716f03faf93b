import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    'A child or young person, 0 to 25, known to the partnership. Any field may be null because nothing is held, because it may not be seen, or because its domain could not answer; errors say which, unless existence itself is sensitive.',
})
export class Child {
  @Field(() => ID, { description: "The hub's own id: it means nothing outside the hub." })
  id: string;
}
