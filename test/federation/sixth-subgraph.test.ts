import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { manifests } from '../../cli/domains.js';
import { printSchema } from '../../cli/schema-files.js';
import type { SubgraphContext, SubgraphManifest } from '../../platform/subgraph/manifest.js';
import { DomainRecord } from '../../platform/vocabulary/domain-record.js';
import type { Domain } from '../../platform/vocabulary/domain.js';
import { compose, contributedNonNull, differingShared } from '../../schema/compose.js';

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

@Resolver(() => YouthJusticeChild)
class YouthJusticeResolver {
  @FieldResolver(() => YouthJusticeRecord, {
    nullable: true,
    description: 'What youth justice shares about the child.',
  })
  youthJustice(
    @Root() _child: YouthJusticeChild,
    @Ctx() _context: SubgraphContext<unknown>,
  ): YouthJusticeRecord | null {
    return null;
  }

  @Query(() => String, { nullable: true, description: 'Nothing yet.' })
  youthJusticeStatus(): string | null {
    return null;
  }
}

/** What a sixth domain brings: its own folder's manifest, its word in the vocabulary, and its block in the compose file. */
const youthJustice: SubgraphManifest<unknown> = {
  domain: 'YOUTH_JUSTICE' as Domain,
  schema: { domain: 'YOUTH_JUSTICE' as Domain, migrations: '', functions: '', policies: [], bases: [] },
  rows: [],
  resolvers: [YouthJusticeResolver],
  orphanedTypes: [YouthJusticeChild],
  references: { Child: ({ id }) => ({ id }) },
  services: () => ({}),
  federationImports: ['@key', '@shareable', '@requiresScopes'],
};

describe('a sixth subgraph', () => {
  it('composes from its own manifest, and changes no other subgraph', async () => {
    const five = await printSchema();
    const six = await printSchema([...manifests, youthJustice as unknown as (typeof manifests)[number]]);
    for (const [name, text] of five) if (name !== 'supergraph.graphql') expect(six.get(name)).toBe(text);
    expect(six.get('youth-justice.graphql')).toContain('youthJustice: YouthJusticeRecord');
    expect(six.get('supergraph.graphql')).toContain('YOUTH_JUSTICE');
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
    const undescribed = [...(await printSchema())].flatMap(([name, sdl]) => {
      if (name === 'supergraph.graphql') return [];
      return parse(sdl).definitions.flatMap((definition) => {
        const at = 'name' in definition && definition.name ? `${name}: ${definition.name.value}` : name;
        const own =
          'description' in definition &&
          !definition.description &&
          !definition.kind.includes('Extension') &&
          !['Query', 'Mutation'].some((root) => at.endsWith(root))
            ? [at]
            : [];
        const members =
          'fields' in definition ? (definition.fields ?? []) : 'values' in definition ? (definition.values ?? []) : [];
        return [
          ...own,
          ...members.filter(({ description }) => !description).map((member) => `${at}.${member.name.value}`),
        ];
      });
    });
    expect(undescribed).toEqual([]);
  });

  it('has a supergraph that is plain Federation 2', async () => {
    const sdl = (await printSchema()).get('supergraph.graphql') ?? '';
    expect(sdl).toContain('https://specs.apollo.dev/join/');
    expect(() => buildSchema(sdl, { assumeValidSDL: true })).not.toThrow();
  });
});
