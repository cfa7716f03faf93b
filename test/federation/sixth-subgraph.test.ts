import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, execute, parse } from 'graphql';
import { Query, Resolver } from 'type-graphql';
import { Composition } from '../../cli/composition.js';
import { manifests } from '../../cli/domains.js';
import { printSchema } from '../../cli/schema-files.js';
import { productRoot } from '../../platform/config/product-root.js';
import { subgraphName } from '../../platform/db/names.js';
import { federatedSchema } from '../../platform/subgraph/federated-schema.js';
import { upn } from '../../sample/identifiers.js';
import { compose, contributedNonNull, differingShared } from '../../schema/compose.js';
import { type ComposedHub, composedHub } from '../support/composed-hub.js';
import { deletion, type Line, onRoll, take } from '../support/partner-files.js';
import { undescribed } from '../support/undescribed.js';
import { subgraph as youthJustice } from '../support/youth-justice/subgraph.js';
import { YouthJusticeResolver } from '../support/youth-justice/child/child.resolver.js';

const six = new Composition([...manifests, youthJustice as unknown as (typeof manifests)[number]]);

const pupil = { upn: upn('4321', 20, 7), surname: 'Quillwick', forename: 'Robyn', dob: '2014-05-06' };
const roll = onRoll(pupil, '900001', '2025-09-01');
const order = (over: Line = {}): Line => ({
  ...{ team: 'YJ1', case_ref: '4711', uln: '9990000018', upn: pupil.upn, surname: pupil.surname, forename: 'Robin' },
  ...{ dob: pupil.dob, opened_on: '2026-10-01', closed_on: '', ...over },
});

const [one, two] = ['00000001-0000-4000-8000-000000000000', '00000002-0000-4000-8000-000000000000'] as const;

/** What youth justice answers to a person, as the gateway asks it. */
async function asked(scopes: readonly string[], id: string) {
  const { schema } = await federatedSchema(youthJustice);
  const document = parse(
    'query Q($id: ID!) { _entities(representations: [{ __typename: "Child", id: $id }]) { ... on Child { youthJustice { orderOpen } } } }',
  );
  const recordOf = (of: string) => ({ orderOpen: of === one, asAt: null, stale: false, sources: [] });
  const contextValue = { caller: { claims: { scopes }, operations: null }, services: { orders: { recordOf } } };
  const { data, errors } = await execute({ schema, document, contextValue, variableValues: { id } });
  return {
    told: data?.['_entities'],
    code: (errors?.[0]?.originalError as { code?: string } | undefined)?.code,
  };
}

describe('a sixth subgraph', () => {
  it('composes from its own manifest, and changes no other subgraph', async () => {
    const printed = await printSchema(six.manifests);
    // As committed: printed beside the sixth, all five would carry alike whatever it left in the process-wide store.
    for (const { domain } of manifests) {
      const file = `${subgraphName(domain)}.graphql`;
      expect(printed.get(file)).toBe(readFileSync(path.join(productRoot, 'schema', file), 'utf8'));
    }
    expect(printed.get('youth-justice.graphql')).toContain('youthJustice: YouthJusticeRecord');
    expect(printed.get('supergraph.graphql')).toContain(
      'youthJustice: YouthJusticeRecord @join__field(graph: YOUTH_JUSTICE',
    );
  });

  it('answers who holds its scope, and refuses who does not', async () => {
    expect(await asked(['youth-justice:read'], one)).toEqual({ told: [{ youthJustice: { orderOpen: true } }] });
    expect(await asked(['youth-justice:read'], two)).toEqual({ told: [{ youthJustice: { orderOpen: false } }] });
    expect(await asked(['health:read'], one)).toEqual({ told: [{ youthJustice: null }], code: 'REFUSED' });
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

describe('a sixth subgraph beside the five', () => {
  const document =
    'query Q($id: ID!) { child(id: $id) { name { given } youthJustice { orderOpen sources { source } } } }';
  const scopes = ['youth-justice:read'];
  let hub: ComposedHub;
  let id: string;

  beforeAll(async () => {
    hub = await composedHub(six);
    // The roll speaks last: what is shown of the child is not what came latest, but what prevails.
    await take(hub, 'court-orders', [order()]);
    await take(hub, 'school-census', [roll]);
    const { rows } = await hub.admin.query<{ child_id: string }>(
      `select coalesce((select canonical from access.child_alias where held = child_id), child_id) child_id
       from partnership.identifier where type = 'UPN' and value = $1`,
      [pupil.upn],
    );
    id = rows[0]?.child_id ?? '';
  });
  afterAll(() => hub.close());

  it('takes in its files; the same again write nothing', async () => {
    const counts = await take(hub, 'court-orders', [order()]);
    expect([counts.read, counts.written, counts.unchanged]).toEqual([1, 0, 1]);
  });

  it('has its records matched with those of the five, as their source declares', async () => {
    const { rows } = await hub.admin.query(
      `select i.type, i.verified from partnership.identifier i
       where coalesce((select canonical from access.child_alias where held = i.child_id), i.child_id) = $1
       group by i.type, i.verified order by i.type, i.verified`,
      [id],
    );
    // It issues learners’ numbers, and not the pupil’s: that one, the school's roll verifies.
    expect(rows).toEqual([
      { type: 'ULN', verified: true },
      { type: 'UPN', verified: false },
      { type: 'UPN', verified: true },
    ]);
  });

  it('is asked through the gateway, and its word is shown where it prevails', async () => {
    const { data, errors } = await hub.post({ persona: 'designated-safeguarding-lead', scopes }, document, { id });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      child: {
        name: { given: 'Robin' },
        youthJustice: { orderOpen: true, sources: [{ source: 'court-orders' }] },
      },
    });
  });

  it('is deleted from by name, as every source of records is', async () => {
    const counts = await take(hub, 'deletions', [deletion('court-orders:YJ1', '4712')]);
    expect([counts.read, counts.rejectedRecords]).toEqual([1, 0]);
  });

  it('refuses a role it does not share with, and by scope whoever holds none', async () => {
    const notShared = await hub.post({ persona: 'senco', scopes }, document, { id });
    expect(notShared.data).toMatchObject({ child: { name: { given: 'Robin' }, youthJustice: null } });
    expect(notShared.errors?.[0]?.extensions).toMatchObject({ code: 'REFUSED', domain: 'YOUTH_JUSTICE' });
    const unscoped = await hub.post({ persona: 'designated-safeguarding-lead' }, document, { id });
    expect(unscoped.data).toMatchObject({ child: { youthJustice: null } });
    expect(unscoped.errors?.[0]?.extensions.code).toBe('REFUSED');
  });

  it('is silent about a child of another school', async () => {
    const as = { persona: 'designated-safeguarding-lead', school: '900002', scopes } as const;
    expect(await hub.post(as, document, { id })).toMatchObject({ data: { child: null } });
  });

  it('shows no row by its own login to whom nothing was permitted', async () => {
    const client = await hub.appClient(youthJustice.domain);
    expect((await client.query('select from youth_justice.court_order')).rowCount).toBe(0);
    expect((await hub.admin.query('select from youth_justice.court_order')).rowCount).toBe(1);
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
