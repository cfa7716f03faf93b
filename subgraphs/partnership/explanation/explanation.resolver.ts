import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { Child } from '../child/child.type.js';
import type { PartnershipContext } from '../context.js';
import { AccessExplanation } from './access-explanation.type.js';

@Resolver(() => Child)
export class ExplanationResolver {
  @Directive('@requiresScopes(scopes: [["partnership:read"]])')
  @FieldResolver(() => [AccessExplanation], {
    nullable: true,
    description:
      'Why you can or cannot see each domain, in a sentence; never says whether anything is held. Of a child of whom you may know no more than that they are known, that one line.',
  })
  access(@Root() child: Child, @Ctx() { services }: PartnershipContext): Promise<AccessExplanation[]> {
    return services.explanations.ofChild(child.id);
  }
}
