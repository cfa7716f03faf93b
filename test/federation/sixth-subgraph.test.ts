import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, execute, parse } from 'graphql';
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { manifests } from '../../cli/domains.js';
import { printSchema } from '../../cli/schema-files.js';
import { productRoot } from '../../platform/config/product-root.js';
import { subgraphName } from '../../platform/db/names.js';
import { federatedSchema } from '../../platform/subgraph/federated-schema.js';
import type { SubgraphContext, SubgraphManifest } from '../../platform/subgraph/manifest.js';
import { DomainRecord } from '../../platform/vocabulary/domain-record.js';
import type { Domain } from '../../platform/vocabulary/domain.js';
import { compose, contributedNonNull, differingShared } from '../../schema/compose.js';
import { undescribed } from '../support/undescribed.js';

@Directive('@key(fields: "id")')
@ObjectType('Child', { description: 'A child.' })
class YouthJusticeChild {
  @Field(() => ID, { description: 'The hub’s own id.' }) id: string;
}

@Directive('@requiresScopes(scopes: [["youth-justice:read"]])')
@ObjectType({ implements: DomainRecord, description: 'What youth justice shares.' })
class YouthJusticeRecord extends DomainRecord {
  @Field(() => Boolean, { nullable: true, description: 'Whether an order is open.' }) orderOpen: boolean | null;
}

interface YouthJusticeServices {
  readonly open: ReadonlySet<string>;
}

@Resolver(() => YouthJusticeChild)
class YouthJusticeResolver {
  @FieldResolver(() => YouthJusticeRecord, {
    nullable: true,
    description: 'What youth justice shares about the child.',
  })
  youthJustice(
    @Root() child: YouthJusticeChild,
    @Ctx() { services }: SubgraphContext<YouthJusticeServices>,
  ): YouthJusticeRecord | null {
    return { orderOpen: services.open.has(child.id), asAt: null, stale: false, sources: [] };
  }

  @Directive('@requiresScopes(scopes: [["youth-justice:read"]])')
  @Query(() => String, { nullable: true, description: 'Nothing yet.' })
  youthJusticeStatus(): string | null {
    return null;
  }
}

/** What a sixth domain brings: its own folder's manifest, its word in the vocabulary, and its block in the compose file. */
const youthJustice: SubgraphManifest<YouthJusticeServices> = {
  domain: 'YOUTH_JUSTICE' as Domain,
  schema: { domain: 'YOUTH_JUSTICE' as Domain, migrations: '', functions: '', policies: [], bases: [] },
  rows: [],
  resolvers: [YouthJusticeResolver],
  orphanedTypes: [YouthJusticeChild],
  references: { Child: ({ id }) => ({ id }) },
  services: () => ({ open: new Set(['one']) }),
  federationImports: ['@key', '@shareable', '@requiresScopes'],
};

/** What youth justice answers to a person, as the gateway asks it. */
async function asked(scopes: readonly string[], id: string) {
  const { schema } = await federatedSchema(youthJustice);
  const document = parse(
    'query Q($id: ID!) { _entities(representations: [{ __typename: "Child", id: $id }]) { ... on Child { youthJustice { orderOpen } } } }',
  );
  const contextValue = { caller: { claims: { scopes }, operations: null }, services: { open: new Set(['one']) } };
  const { data, errors } = await execute({ schema, document, contextValue, variableValues: { id } });
  return {
    told: data?.['_entities'],
    code: (errors?.[0]?.originalError as { code?: string } | undefined)?.code,
  };
}

describe('a sixth subgraph', () => {
  it('composes from its own manifest, and changes no other subgraph', async () => {
    const six = await printSchema([...manifests, youthJustice as unknown as (typeof manifests)[number]]);
    // As committed: printed beside the sixth, all five would carry alike whatever it left in the process-wide store.
    for (const { domain } of manifests) {
      const file = `${subgraphName(domain)}.graphql`;
      expect(six.get(file)).toBe(readFileSync(path.join(productRoot, 'schema', file), 'utf8'));
    }
    expect(six.get('youth-justice.graphql')).toContain('youthJustice: YouthJusticeRecord');
    expect(six.get('supergraph.graphql')).toContain(
      'youthJustice: YouthJusticeRecord @join__field(graph: YOUTH_JUSTICE',
    );
  });

  it('answers who holds its scope, and refuses who does not', async () => {
    expect(await asked(['youth-justice:read'], 'one')).toEqual({ told: [{ youthJustice: { orderOpen: true } }] });
    expect(await asked(['youth-justice:read'], 'two')).toEqual({ told: [{ youthJustice: { orderOpen: false } }] });
    expect(await asked(['health:read'], 'one')).toEqual({ told: [{ youthJustice: null }], code: 'REFUSED' });
  });

  it('is not built with a field that whoever is signed in may ask for', async () => {
    @Resolver()
    class Open {
      @Query(() => String, { nullable: true, description: 'Anybody’s.' })
      youthJusticeMotto(): string | null {
        return null;
      }
    }
    const open = { ...youthJustice, resolvers: [YouthJusticeResolver, Open] } as typeof youthJustice;
    await expect(federatedSchema(open)).rejects.toThrow('Query.youthJusticeMotto');
  });
});

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';
const owner = {
  name: 'one',
  url: 'http://127.0.0.1:1',
  sdl: `${link} type Query { child: Child } type Child @key(fields: "id") { id: ID! name: String } enum Domain { A }`,
};

describe('the contract', () => {
  it('is what the code prints', async () => {
    const { staleSchema } = await import('../../cli/schema-files.js');
    expect(await staleSchema()).toEqual([]);
  });

  it('is found out where a committed file is not, or is missing', async () => {
    const { staleSchema } = await import('../../cli/schema-files.js');
    const copy = mkdtempSync(path.join(tmpdir(), 'hub-schema-'));
    for (const [name, text] of await printSchema()) {
      if (name !== 'health.graphql') writeFileSync(path.join(copy, name), text.replace('weeksWaiting', 'weeksWaited'));
    }
    expect((await staleSchema(copy)).sort()).toEqual(['health.graphql', 'supergraph.graphql']);
    rmSync(copy, { recursive: true });
  });

  it('has every root field, and every field added to another’s entity, nullable', () => {
    const bad = {
      ...owner,
      name: 'two',
      sdl: `${link} type Query { all: [String!]! } type Child @key(fields: "id") { id: ID! health: String! }`,
    };
    expect(contributedNonNull([owner, bad], { Child: 'one' })).toEqual(['two: Query.all', 'two: Child.health']);
  });

  it('prints shared words alike, or does not compose', () => {
    const other = { ...owner, name: 'two', sdl: `${link} type Query { two: String } enum Domain { A B }` };
    expect(differingShared([owner, other])).toEqual(['Domain']);
    expect(() => compose([owner, other])).toThrow('Domain');
  });

  it('says in one sentence why subgraphs do not compose', () => {
    const other = { ...owner, name: 'two', sdl: `${link} type Query { child: Int }` };
    expect(() => compose([owner, other])).toThrow(/^The subgraphs do not compose: /);
  });

  it('describes every type, field, argument and value of ours', async () => {
    const found = [...(await printSchema())].flatMap(([name, sdl]) =>
      name === 'supergraph.graphql' ? [] : undescribed(sdl).map((what) => `${name}: ${what}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['"A." type A { n: Int }', ['A.n']],
    ['type A { "N." n: Int }', ['A']],
    ['"""\nOne line,\nand another.\n"""\ntype A { n: Int "M." m: Int }', ['A.n']],
    ['type Query { "N." n("M." m: Int, o: Int): Int }', ['Query.n.o']],
    ['type SlowQuery { "N." n: Int }', ['SlowQuery']],
    ['"A." enum A { "B." B C }', ['A.C']],
    ['input A { "N." n: Int } scalar B union C = A', ['A', 'B', 'C']],
  ])('finds what %p says nothing of: %p', (sdl, names) => {
    expect(undescribed(sdl)).toEqual(names);
  });

  it('has a supergraph that is plain Federation 2', async () => {
    const sdl = (await printSchema()).get('supergraph.graphql') ?? '';
    expect(sdl).toContain('https://specs.apollo.dev/join/');
    expect(() => buildSchema(sdl, { assumeValidSDL: true })).not.toThrow();
  });
});
