import { Ctx, Query, Resolver } from 'type-graphql';
import type { PartnershipContext } from '../context.js';
import { Viewer } from './viewer.type.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: 'Who is signed in.' })
  me(@Ctx() { services }: PartnershipContext): Promise<Viewer> {
    return services.viewer.me();
  }
}
