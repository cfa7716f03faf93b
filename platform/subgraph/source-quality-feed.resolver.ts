import 'reflect-metadata';
import { Ctx, Directive, Query, Resolver } from 'type-graphql';
import type { SubgraphContext } from './manifest.js';
import { SourceQualityFact } from '../quality/source-quality-fact.type.js';

/** Every subgraph's: the audited internal feed of what came of its sources' files, which are about no child here. */
@Resolver()
export class SourceQualityFeedResolver {
  @Directive('@inaccessible')
  @Directive('@shareable')
  @Query(() => [SourceQualityFact], {
    nullable: true,
    description:
      'Internal: what came of the files of each of this domain’s sources that came last. For the partnership’s own feed, never for a person.',
  })
  async sourceQualityFeed(@Ctx() { sourceQuality }: SubgraphContext<unknown>): Promise<SourceQualityFact[]> {
    return [...(await sourceQuality())];
  }
}
