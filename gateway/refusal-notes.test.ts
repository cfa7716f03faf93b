import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { buildASTSchema, getOperationAST, parse } from 'graphql';
import { Registry } from 'prom-client';
import { Unavailable } from '../platform/errors/hub-error.js';
import type { SubgraphCall, SubgraphTransport } from '../platform/transport/transport.js';
import { createLog } from '../platform/telemetry/log.js';
import { Asking } from './asking.js';
import { everyTimerBut } from './fake-clock.test-support.js';
import { FieldScopes } from './field-scopes.js';
import { ask, type Fixture, fixture, inProcess, patientMs, person } from './fixture.test-support.js';
import { GatewayMetrics } from './metrics.js';
import { RefusalNotes } from './refusal-notes.js';
import { scopeRefusals } from './scope-refusals.js';

let hub: Fixture;

beforeAll(async () => {
  hub = await fixture();
});

afterAll(() => hub.stop());

const refusedOf = (socialCare: SubgraphTransport, log = createLog('silent')) =>
  hub.gateway(
    {
      partnership: inProcess('partnership', hub.door('partnership')),
      'social-care': (call) => (JSON.stringify(call.document).includes('noteRefused') ? socialCare(call) : never()),
    },
    { log },
  );
const never = (): never => {
  throw new Error('the domain was asked');
};
const question = ask('{ child(id: "1") { name socialCare { worker } } }');
const nobody = person('ann', ['partnership:read']);
const refused = { data: { child: { name: 'Ash', socialCare: null } }, errors: [{ extensions: { code: 'REFUSED' } }] };

describe('a refusal by scope', () => {
  it('is told to the domain under the caller’s own voucher', async () => {
    const calls: SubgraphCall[] = [];
    const gateway = await refusedOf((call) => {
      calls.push(call);
      return Promise.resolve({ data: { noteRefused: true } });
    });
    expect(await gateway.answer(question, nobody)).toMatchObject(refused);
    expect(calls.map(({ variables }) => variables)).toEqual([{ fields: ['Child.socialCare'], write: false, times: 1 }]);
    const { claims } = await hub.door('x').enterInProcess((await calls[0]?.seal('co-located')) ?? '');
    expect(claims).toMatchObject({ sub: 'ann', scopes: ['partnership:read'] });
  });

  it.each<[string, SubgraphTransport]>([
    ['cannot be asked', () => Promise.reject(new Unavailable('down'))],
    ['fails at once', never],
    ['answers with an error', () => Promise.resolve({ errors: [{ message: 'no' }] })],
  ])('stands, and is logged, where the domain %s', async (_, socialCare) => {
    const lines = new PassThrough();
    const gateway = await refusedOf(socialCare, createLog('warn', lines));
    const answer = await gateway.answer(question, nobody);
    expect(answer).toMatchObject(refused);
    await gateway.dispose();
    lines.end();
    const line = JSON.parse(await text(lines)) as Record<string, unknown>;
    expect(line).toMatchObject({ domain: 'SOCIAL_CARE', requestId: answer.errors?.[0]?.extensions.requestId });
    expect(line['msg']).toBe('a refusal by scope could not be written down');
    expect(JSON.stringify(line)).not.toContain('ann');
  });

  it('is answered though the domain never does, and the gateway still ends', async () => {
    const gateway = await refusedOf(() => new Promise(() => undefined));
    for (let sent = 0; sent < 60; sent += 1) expect(await gateway.answer(question, nobody)).toMatchObject(refused);
    jest.useFakeTimers({ doNotFake: everyTimerBut('setTimeout') });
    try {
      const ended = { yet: false };
      const ending = gateway.dispose().then(() => {
        ended.yet = true;
      });
      while (!ended.yet) {
        await jest.advanceTimersByTimeAsync(patientMs);
        await new Promise((resolve) => setImmediate(resolve));
      }
      await ending;
      // The clock stands now: whoever waited again would wait for ever.
      await gateway.dispose();
    } finally {
      jest.useRealTimers();
    }
  });

  it('is one call each up to a bound, and one call for all beyond it, of which none is lost', async () => {
    const told: Record<string, unknown>[] = [];
    const notes = new RefusalNotes({
      transports: {
        health: ({ variables }) => (told.push(variables), Promise.resolve({ data: { noteRefused: true } })),
      },
      timeoutMs: 1000,
      log: createLog('silent'),
      metrics: new GatewayMetrics(new Registry()),
    });
    for (let sent = 0; sent < 500; sent += 1) {
      for (const who of [person('ann'), person('ben')]) {
        const fields = new Map([['HEALTH', [`Child.field${String(sent)}`]]]);
        notes.note({ asking: new Asking(hub.minter, who), who, fields, write: false });
        if (sent % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    }
    await notes.finish();
    expect(told.length).toBeLessThanOrEqual(42);
    expect(told.reduce((sum, { times }) => sum + Number(times), 0)).toBe(1000);
    for (const { fields } of told) expect((fields as string[]).length).toBeLessThanOrEqual(50);
  });

  it('is never told in the name of somebody else who is called alike by another issuer, or of another school', async () => {
    const told: string[] = [];
    const notes = new RefusalNotes({
      transports: {
        health: async ({ variables, seal }) => {
          const { claims } = await hub.door('health').enterInProcess(await seal('co-located'));
          told.push([claims.iss, claims.org, variables['times']].join(' '));
          return { data: { noteRefused: true } };
        },
      },
      timeoutMs: patientMs,
      log: createLog('silent'),
      metrics: new GatewayMetrics(new Registry()),
    });
    const callers = [
      { ...person('ann'), iss: 'https://one.example/' },
      { ...person('ann'), iss: 'https://two.example/' },
      { ...person('ann'), iss: 'https://two.example/', org: '900002' },
    ];
    for (let sent = 0; sent < 30; sent += 1) {
      for (const who of callers) {
        notes.note({
          asking: new Asking(hub.minter, who),
          who,
          fields: new Map([['HEALTH', ['Child.health']]]),
          write: false,
        });
      }
    }
    await notes.finish();
    const sums = new Map<string, number>();
    for (const line of told) {
      const [iss = '', org = '', times] = line.split(' ');
      sums.set(`${iss} ${org}`, (sums.get(`${iss} ${org}`) ?? 0) + Number(times));
    }
    expect([...sums].sort()).toEqual([
      ['https://one.example/ 900001', 30],
      ['https://two.example/ 900001', 30],
      ['https://two.example/ 900002', 30],
    ]);
  });
});

describe('the fields that a question was refused', () => {
  const sdl = parse(`
    directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT
    directive @join__field(graph: G) on FIELD_DEFINITION
    enum G { HEALTH EDUCATION }
    type Query { child: Child }
    type Child { id: ID friend: Child
      health: Health @join__field(graph: HEALTH)
      school: String @join__field(graph: EDUCATION) @requiresScopes(scopes: [["education:read"]]) }
    type Health @requiresScopes(scopes: [["health:read"]]) { asAt: String }`);
  const schema = buildASTSchema(sdl, { assumeValid: true });
  const of = (query: string, variables = {}, scopes: string[] = []) => {
    const document = parse(query);
    const operation = getOperationAST(document, undefined);
    if (!operation) throw new Error('no operation');
    const asked = { document, operation, aboutTheSchema: false, key: 'k', bytes: 0 };
    return Object.fromEntries(scopeRefusals(schema, FieldScopes.of(sdl), asked, variables, scopes));
  };

  it('are each named once, by the domain whose they are, through fragments and aliases', () => {
    const query =
      '{ child { ...F a: school ... on Child { h: health { asAt } } } } fragment F on Child { school friend { school } }';
    expect(of(query)).toEqual({ EDUCATION: ['Child.school'], HEALTH: ['Child.health'] });
    expect(of(query, {}, ['education:read'])).toEqual({ HEALTH: ['Child.health'] });
    expect(of(query, {}, ['education:read', 'health:read'])).toEqual({});
  });

  it('are none that the question leaves out by itself', () => {
    const query = `query ($yes: Boolean = true, $no: Boolean!) {
      child { school @skip(if: $yes) ... @include(if: $no) { health { asAt } } friend { id } } }`;
    expect(of(query, { no: false })).toEqual({});
    expect(of(query, { no: true, yes: false })).toEqual({ EDUCATION: ['Child.school'], HEALTH: ['Child.health'] });
  });
});
