import 'reflect-metadata';
import { Field, InterfaceType } from 'type-graphql';
import { DateTimeScalar } from './date-time-scalar.js';
import { SourceFreshness } from './source-freshness.js';

/**
 * What every domain's record on a child says of its own age.
 * Implementations are never registered by themselves: type-graphql keeps one metadata store for the whole process, so
 * one subgraph's schema would gain the other subgraphs' records.
 */
@InterfaceType({
  autoRegisterImplementations: false,
  description: "Every domain's record says how old it is and whether a source is late.",
})
export abstract class DomainRecord {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the most recently received source arrived; null if none has.',
  })
  asAt: string | null;

  @Field(() => Boolean, { description: 'True while any source is later than agreed.' })
  stale: boolean;

  @Field(() => [SourceFreshness], { description: 'Each source that feeds this domain, and how fresh it is.' })
  sources: SourceFreshness[];
}
