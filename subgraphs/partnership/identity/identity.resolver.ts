import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { PartnershipContext } from '../context.js';
import { PersonEvidenceInput, ResolvedChild, toEvidence } from './resolve-children.type.js';

@Resolver()
export class IdentityResolver {
  @Directive('@inaccessible')
  @Mutation(() => [ResolvedChild], {
    nullable: true,
    description:
      'Internal: whose records these are, in the order given; a record of nobody known starts a new child. For the hub’s own ingest, never for a person.',
  })
  async resolveChildren(
    @Arg('records', () => [PersonEvidenceInput], { description: 'At most 500 records.' })
    records: PersonEvidenceInput[],
    @Arg('trial', () => Boolean, {
      nullable: true,
      description: 'True to say what would be decided, keeping nothing of it but the audit of the asking.',
    })
    trial: boolean | null,
    @Ctx() { services }: PartnershipContext,
  ): Promise<ResolvedChild[]> {
    return [...(await services.identity.resolve(records.map(toEvidence), trial ?? false))];
  }
}
