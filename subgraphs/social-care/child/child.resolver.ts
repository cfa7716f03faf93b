import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SocialCareContext } from '../context.js';
import { Child } from './child.type.js';
import { SocialCareRecord } from './social-care-record.type.js';

@Resolver(() => Child)
export class ChildResolver {
  @FieldResolver(() => SocialCareRecord, { nullable: true, description: 'What social care shares about the child.' })
  socialCare(@Root() child: Child, @Ctx() { services }: SocialCareContext): Promise<SocialCareRecord | null> {
    return services.socialCare.recordOf(child.id);
  }
}
