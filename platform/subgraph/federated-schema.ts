import { buildSubgraphSchema } from '@apollo/subgraph';
import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import { type DocumentNode, type GraphQLSchema, Kind, lexicographicSortSchema, parse, print } from 'graphql';
import { buildSchema, createResolversMap, type BuildSchemaOptions } from 'type-graphql';
import { boundTexts } from '../graphql/bound-texts.js';

import type { SubgraphManifest } from './manifest.js';
import { RefusalResolver } from './refusal.resolver.js';
import { guardScopes } from './scope-guard.js';
import { SourceQualityFeedResolver } from './source-quality-feed.resolver.js';
import { noteCopies } from './told-by-copies.js';

const federationVersion = 'v2.9';
const usualImports = ['@key', '@shareable', '@inaccessible', '@requiresScopes'];

/** The subgraph's schema as the gateway composes it, and as it is executed. */
export interface FederatedSchema {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

type ResolverMap = Record<string, Record<string, unknown>>;

/**
 * type-graphql classes → federated schema. `printSubgraphSchema` throws on type-graphql's output (it has no @link), so
 * the document is printed from the schema and the link is set before it.
 */
export async function federatedSchema<Services>(manifest: SubgraphManifest<Services>): Promise<FederatedSchema> {
  const built = await buildSchema({
    resolvers: [...manifest.resolvers, RefusalResolver, SourceQualityFeedResolver],
    orphanedTypes: (manifest.orphanedTypes ?? []) as unknown as NonNullable<BuildSchemaOptions['orphanedTypes']>,
    // Texts are bounded below and the rest judged by the services: class-validator's own errors carry the values refused.
    validate: false,
    skipCheck: true,
    // The metadata store is process-wide: another subgraph's @Authorized would otherwise end this build.
    authChecker: () => false,
  });
  // What every subgraph answers is shared, and none of the clients' business.
  const imports = new Set([...(manifest.federationImports ?? usualImports), '@shareable', '@inaccessible']);
  const names = [...imports].map((name) => `"${name}"`).join(', ');
  const link = parse(
    `extend schema @link(url: "https://specs.apollo.dev/federation/${federationVersion}", import: [${names}])`,
    { noLocation: true },
  );
  const printed = getDocumentNodeFromSchema(lexicographicSortSchema(built));
  const typeDefs: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      ...link.definitions,
      ...printed.definitions.filter(
        ({ kind }) => kind !== Kind.SCHEMA_DEFINITION && kind !== Kind.DIRECTIVE_DEFINITION,
      ),
    ],
  };
  const resolvers = createResolversMap(built) as ResolverMap;
  for (const [type, reference] of Object.entries(manifest.references)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: reference };
  }
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  // Scopes outermost: a field that is refused shows no copy.
  const noting = noteCopies(boundTexts(schema), manifest.consumers ?? []);
  return { schema: guardScopes(noting, manifest.openFields ?? []), sdl: `${print(typeDefs)}\n` };
}
