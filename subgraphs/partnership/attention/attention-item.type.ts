import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { AttentionReason } from './attention-reason.type.js';

/** `child` and `onAgenda` are field resolvers'. */
@ObjectType({ description: 'A child on the school’s roll of whom something needs attention in a week.' })
export class AttentionItem {
  childId: string;
  schoolUrn: string;
  @Field(() => [AttentionReason], {
    description: 'Why, as far as you may see it, the most pressing first; never none.',
  })
  reasons: AttentionReason[];
}
