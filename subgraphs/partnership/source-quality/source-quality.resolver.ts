import { Arg, Ctx, Directive, Int, Query, Resolver } from 'type-graphql';
import { ingestScopes } from '../../../platform/auth/personas.js';
import { idLength, nameLength, upTo } from '../../../platform/graphql/text-limit.js';
import type { PartnershipContext } from '../context.js';
import { RejectedLine, SourceQuality } from './source-quality.type.js';

const anyOf = (scopes: readonly string[]): string =>
  `@requiresScopes(scopes: [${scopes.map((scope) => `["${scope}"]`).join(', ')}])`;

@Resolver()
export class SourceQualityResolver {
  @Directive(anyOf(['aggregate:read', 'audit:read', 'match:review', ...ingestScopes]))
  @Query(() => [SourceQuality], {
    nullable: true,
    description:
      'By source, when files last came, how many records were in them, how many were not taken, and by which rules. For those who plan by what the hub holds, look after it, put its records together or bring it; REFUSED to any other role. A source of which no file ever came is not in it. A domain tells of a file within seconds of its end.',
  })
  dataQuality(@Ctx() { services }: PartnershipContext): Promise<SourceQuality[]> {
    return services.sourceQuality.all();
  }

  @Directive(anyOf(ingestScopes))
  @Query(() => [RejectedLine], {
    nullable: true,
    description:
      'The lines of a source’s last files of which something was not taken, in order: the first 500 of them. For whoever brings that source’s files (scope `ingest:<source>`, purpose INGEST); REFUSED to everybody else.',
  })
  rejectedLines(
    @Arg('source', () => String, { description: upTo(nameLength, 'The source, as `hub ingest` knows it.') })
    source: string,
    @Ctx() { services }: PartnershipContext,
    @Arg('first', () => Int, { nullable: true, description: 'At most this many, 1 to 200; 50 where not given.' })
    first?: number | null,
    @Arg('after', () => String, {
      nullable: true,
      description: upTo(idLength, 'The id of the last line of the page before.'),
    })
    after?: string | null,
  ): Promise<RejectedLine[]> {
    return services.sourceQuality.lines(source, first ?? 50, after ?? null);
  }
}
