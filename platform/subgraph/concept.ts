import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Basis, Policy } from '../access/rule.js';
import type { Consumer } from '../events/consumer.js';
import type { Cube } from '../access/cube.js';
import type { Area } from '../ingest/area.js';
import type { OfferedSource } from '../ingest/ingest-source.js';
import type { Class, Reference } from './manifest.js';

/**
 * What one concept brings to its domain: everything of it stands in its folder, and its `concept.ts` is the one place that
 * names it. A subgraph is a list of concepts.
 */
export interface Concept<Services> {
  /** Its tables. */
  readonly rows?: readonly EntityTarget<ObjectLiteral>[];
  readonly policies?: readonly Policy[];
  /** The figures of groups that it answers. */
  readonly cubes?: readonly Cube[];
  /** The bases it writes relationships of. */
  readonly bases?: readonly Basis[];
  readonly resolvers?: readonly Class[];
  /** Types that no field of this subgraph leads to. */
  readonly orphanedTypes?: readonly Class[];
  readonly references?: Readonly<Record<string, Reference<Services>>>;
  /** The entities that are its own: what another subgraph adds to one is nullable. */
  readonly owns?: readonly string[];
  /** What whoever is signed in may ask for without any scope, as `Type.field`. */
  readonly openFields?: readonly string[];
  /** The sources it takes in, for one council's area. */
  readonly ingest?: (area: Area) => readonly OfferedSource[];
  /** The copies it keeps of other domains' facts. */
  readonly consumers?: readonly Consumer[];
}
