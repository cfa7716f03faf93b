import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { nameLength, upTo } from '../../../../platform/graphql/text-limit.js';
import type { VirtualSchoolContext } from '../../context.js';
import { PepCompliance } from './pep-compliance.type.js';

@Resolver()
export class PepComplianceResolver {
  @Directive('@requiresScopes(scopes: [["aggregate:read"]])')
  @Query(() => PepCompliance, {
    nullable: true,
    description:
      'How far the Personal Education Plans of a term are done. INVALID_INPUT for what is no term, a term that has not begun, and one before any plan that is held.',
  })
  pepCompliance(
    @Arg('term', () => String, { description: upTo(nameLength, 'Academic year and term: `2026/27 Autumn`.') })
    term: string,
    @Ctx() { services }: VirtualSchoolContext,
  ): Promise<PepCompliance> {
    return services.pepCompliance.of(term);
  }
}
