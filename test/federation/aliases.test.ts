import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { execute, type GraphQLFieldResolver, type GraphQLSchema, parse } from 'graphql';
import { Registry } from 'prom-client';
import { committedSupergraph } from '../../cli/schema-files.js';
import type { SignedIn } from '../../gateway/asking.js';
import { createGateway, type Gateway } from '../../gateway/gateway.js';
import { defaultLimits } from '../../gateway/limits.js';
import { GatewayMetrics } from '../../gateway/metrics.js';
import { publicSchema } from '../../gateway/public-schema.js';
import { randomQuestions } from '../../gateway/questions.test-support.js';
import { personaNamed, subjectOf } from '../../platform/auth/personas.js';
import { createLog } from '../../platform/telemetry/log.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
let gateway: Gateway;
let schema: GraphQLSchema;
let id: string;

beforeAll(async () => {
  hub = await testHub({ area: true });
  id = hub.story('all-five').id;
  schema = publicSchema(parse(committedSupergraph()));
  gateway = await createGateway({
    supergraph: committedSupergraph(),
    transports: hub.assembly.transports,
    minter: await hub.assembly.minter('gateway'),
    enforceScopes: true,
    limits: { ...defaultLimits, aliases: 500, depth: 20, directives: 500, tokens: 5000 },
    safelist: null,
    production: false,
    timeoutMs: 60_000,
    log: createLog('silent'),
    metrics: new GatewayMetrics(new Registry()),
  });
});

afterAll(async () => {
  await gateway.dispose();
  await hub.close();
});

function signedIn(name: string): SignedIn {
  const persona = personaNamed(name);
  const { role, title, scopes, purposes } = persona;
  const [purpose = 'AUDIT'] = purposes;
  return { ...subjectOf(persona, {}), name: title, role, purpose, purposes: [...purposes], scopes: [...scopes] };
}

interface Told {
  readonly data: unknown;
  /** Of each error what no alias changes. */
  readonly errors: readonly string[];
}

async function told(query: string, as: string): Promise<Told> {
  const variables = query.includes('$yes') ? { yes: true } : {};
  const { data, errors } = await gateway.answer({ query, variables }, signedIn(as));
  const kept = errors?.map(
    ({ path, extensions: { code, domain } }) => `${code} ${domain ?? ''} ${String(path?.length)}`,
  );
  return { data: JSON.parse(JSON.stringify(data ?? null)) as unknown, errors: (kept ?? []).sort() };
}

/** The plain question's answer under the aliased question's names. */
async function renamed(data: unknown, aliased: string): Promise<unknown> {
  const byName: GraphQLFieldResolver<unknown, unknown> = (source, _args, _context, { fieldName }) =>
    (source as Record<string, unknown>)[fieldName];
  const { data: given } = await execute({
    schema,
    document: parse(aliased),
    rootValue: data,
    fieldResolver: byName,
    variableValues: { yes: true },
  });
  return JSON.parse(JSON.stringify(given ?? null)) as unknown;
}

const names = [
  'id',
  'urn',
  '__typename',
  'name',
  'version',
  'child',
  'x',
  'school',
  'constructor',
  'status',
  'as_0',
  'y',
];

async function sameUnderAliases(roots: Record<string, string>, as: string, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(randomQuestions({ schema, roots, names, depth: 4 }), async ({ aliased, plain }) => {
      const [first, second] = [await told(plain, as), await told(aliased, as)];
      expect(second).toEqual({ data: await renamed(first.data, aliased), errors: first.errors });
    }),
    { numRuns, endOnFailure: true },
  );
}

describe('the whole hub, asked under aliases', () => {
  it('answers the question that an alias used to turn into another', async () => {
    const query = `{ child(id: "${id}") { id: age education { stale } socialCare { status } health { waiting(open: true) { status } } } }`;
    const { data, errors } = await told(query, 'senco');
    const { data: plain } = await told(query.replace('id: age', 'x: age'), 'senco');
    const { x, ...rest } = (plain as { child: Record<string, unknown> }).child;
    expect(data).toEqual({ child: { id: x, ...rest } });
    expect(rest).toMatchObject({ education: { stale: expect.any(Boolean) as unknown } });
    expect(errors).toEqual([]);
  });

  it('answers about a school as if it had not been called by another name', async () => {
    const query = '{ school(urn: "900001") { urn: name name: urn teamAroundSchool { members { name } } } }';
    const { data, errors } = await told(query, 'senco');
    const plain = await told('{ school(urn: "900001") { urn name teamAroundSchool { members { name } } } }', 'senco');
    const { urn, name, ...rest } = (plain.data as { school: Record<string, unknown> }).school;
    expect({ data, errors }).toEqual({ data: { school: { urn: name, name: urn, ...rest } }, errors: plain.errors });
  });

  it.each(['senco', 'social-worker', 'analyst'])('answers a %s as without them', async (as) => {
    await sameUnderAliases(
      { [`child(id: "${id}")`]: 'Child', 'school(urn: "900001")': 'School', me: 'Viewer' },
      as,
      25,
    );
  });
});
