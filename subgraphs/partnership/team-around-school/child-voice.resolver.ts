import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { Voice } from '../../../platform/vocabulary/voice.js';
import { Child } from '../child/child.type.js';
import type { PartnershipContext } from '../context.js';

@Resolver(() => Child)
export class ChildVoiceResolver {
  @Directive('@requiresScopes(scopes: [["partnership:read"]])')
  @FieldResolver(() => [Voice], {
    nullable: true,
    description:
      'The child’s and the parents’ own words, next to what they concern, latest first: what was said for the agendas of the teams that the reader belongs to. REFUSED to a role and purpose that sits in none.',
  })
  voices(@Root() { id }: Child, @Ctx() { services }: PartnershipContext): Promise<Voice[]> {
    return services.voices.ofChild(id);
  }
}
