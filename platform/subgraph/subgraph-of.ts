import path from 'node:path';
import type { NonEmptyArray } from 'type-graphql';
import { productRoot } from '../config/product-root.js';
import { subgraphName } from '../db/names.js';
import { Defect } from '../errors/hub-error.js';
import type { Domain } from '../vocabulary/domain.js';
import type { Concept } from './concept.js';
import type { Class, RequestScope, SubgraphManifest } from './manifest.js';

/** What a domain says of itself besides its concepts. */
export interface SubgraphParts<Services> {
  readonly domain: Domain;
  readonly services: (scope: RequestScope) => Services;
  readonly concepts: readonly Concept<Services>[];
  /** Where `migrations/` and `functions/` are, from the root: its own under `subgraphs/` unless given. */
  readonly folder?: string;
}

/** The lists that concepts bring parts of. What none of two concepts can bring twice is named as it would be in an error. */
type Brought =
  'rows' | 'policies' | 'cubes' | 'bases' | 'resolvers' | 'orphanedTypes' | 'owns' | 'openFields' | 'consumers';

/**
 * Puts a domain's concepts together, in their order. Defect where two of them bring the same thing, or resolve references
 * to the same type: which of the two counts would be chance.
 */
export function subgraphOf<Services>(parts: SubgraphParts<Services>): SubgraphManifest<Services> {
  const { domain, services, concepts } = parts;
  const folder = path.join(productRoot, parts.folder ?? `subgraphs/${subgraphName(domain)}`);
  const all = <Key extends Brought>(key: Key) =>
    once(
      domain,
      concepts.flatMap((concept) => (concept[key] ?? []) as readonly Item<Services, Key>[]),
    );
  const references = concepts.flatMap((concept) => Object.entries(concept.references ?? {}));
  once(
    domain,
    references.map(([type]) => type),
  );
  return {
    domain,
    schema: {
      domain,
      migrations: path.join(folder, 'migrations'),
      functions: path.join(folder, 'functions'),
      policies: all('policies'),
      cubes: all('cubes'),
      bases: all('bases'),
    },
    rows: all('rows'),
    resolvers: all('resolvers') as unknown as NonEmptyArray<Class>,
    orphanedTypes: all('orphanedTypes'),
    references: Object.fromEntries(references),
    owns: all('owns'),
    openFields: all('openFields'),
    services,
    ingest: (area) => concepts.flatMap(({ ingest }) => ingest?.(area) ?? []),
    consumers: all('consumers'),
  };
}

type Item<Services, Key extends Brought> = NonNullable<Concept<Services>[Key]>[number];

function once<Thing>(domain: Domain, things: readonly Thing[]): Thing[] {
  const twice = things.find((thing, at) => things.indexOf(thing) !== at);
  if (twice !== undefined) throw new Defect(`Two concepts of ${domain} bring ${nameOf(twice)}.`);
  return [...things];
}

const nameOf = (thing: unknown): string =>
  typeof thing === 'string' ? thing : ((thing as { readonly name?: string }).name ?? 'one policy');
