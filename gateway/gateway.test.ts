import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, print } from 'graphql';
import {
  ask,
  everything,
  type Fixture,
  fixture,
  inProcess,
  person,
  subgraphs,
  supergraphOf,
} from './fixture.test-support.js';
import type { Gateway } from './gateway.js';

const holistic = `query Child($id: ID!) { child(id: $id) { id name seenBy hasSocialWorker socialCare { asAt worker seenBy } } }`;

let hub: Fixture;
let apart: Gateway;
let together: Gateway;
const envelopes: string[] = [];

beforeAll(async () => {
  hub = await fixture();
  apart = await hub.gateway(await hub.overHttp());
  together = await hub.gateway({
    partnership: inProcess('partnership', hub.door('partnership'), envelopes),
    'social-care': inProcess('social-care', hub.door('social-care'), envelopes),
  });
});

afterAll(() => hub.stop());

const whole = (sub: string) => ({
  data: {
    child: {
      id: '1',
      name: 'Ash',
      seenBy: sub,
      hasSocialWorker: true,
      socialCare: { asAt: '2026-09-01', worker: 'Rowan', seenBy: sub },
    },
  },
});

describe('the gateway', () => {
  it('puts one answer together from subgraphs over HTTP, each through its own door', async () => {
    expect(await apart.answer(ask(holistic, { id: '1' }), person('ann'))).toEqual(whole('ann'));
  });

  it('gives the same answer from subgraphs in its own process, with one envelope for the whole request', async () => {
    envelopes.length = 0;
    expect(await together.answer(ask(holistic, { id: '1' }), person('ann'))).toEqual(whole('ann'));
    expect(envelopes).toHaveLength(2);
    expect(new Set(envelopes).size).toBe(1);
  });

  it.each(['over HTTP', 'in process'])(
    'gives each of two callers their own answer at the same instant, %s',
    async (how) => {
      const gateway = how === 'in process' ? together : apart;
      const names = Array.from({ length: 20 }, (_, at) => `person-${String(at % 2)}`);
      const answers = await Promise.all(names.map((sub) => gateway.answer(ask(holistic, { id: '1' }), person(sub))));
      expect(answers).toEqual(names.map(whole));
    },
  );

  it('runs a mutation and passes its variables on', async () => {
    const answer = await apart.answer(ask('mutation ($id: ID!) { claim(id: $id) }', { id: '7' }), person('ann'));
    expect(answer).toEqual({ data: { claim: 'claimed 7' } });
  });

  it.each(['{ child(id: "1") { secret } }', '{ __type(name: "Child") { fields { name } } }'])(
    'shows nothing inaccessible: %s',
    async (query) => {
      expect(JSON.stringify((await apart.answer(ask(query), person('ann'))).data ?? {})).not.toMatch(/secret|"S"/);
    },
  );

  it('plans nothing that is not in the public graph', async () => {
    const { data, errors } = await apart.answer(ask('{ child(id: "1") { secret } }'), person('ann'));
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });
});

describe('a field out of scope', () => {
  const scopes = everything.filter((scope) => scope !== 'social-care:read');
  const refused = (path: (string | number)[]) => ({
    message: 'Your role does not reach this.',
    path,
    locations: [expect.objectContaining({ line: 1 })],
    extensions: { code: 'REFUSED', domain: 'SOCIAL_CARE', requestId: expect.any(String) as unknown },
  });

  it('is null with REFUSED, and the rest is answered', async () => {
    const answer = await apart.answer(ask(holistic, { id: '1' }), person('ann', scopes));
    expect(answer).toEqual({
      data: { child: { id: '1', name: 'Ash', seenBy: 'ann', hasSocialWorker: true, socialCare: null } },
      errors: [refused(['child', 'socialCare'])],
    });
  });

  it('is not asked of its domain, which is told of the refusal and of nothing else', async () => {
    const told: string[] = [];
    const gateway = await hub.gateway({
      partnership: inProcess('partnership', hub.door('partnership')),
      'social-care': ({ document, variables }) => {
        told.push(`${print(document)} ${JSON.stringify(variables)}`);
        return Promise.resolve({ data: { noteRefused: true } });
      },
    });
    const answer = await gateway.answer(ask('{ child(id: "1") { socialCare { worker } } }'), person('ann', scopes));
    expect(answer.data).toEqual({ child: { socialCare: null } });
    await gateway.dispose();
    expect(told).toEqual([expect.stringMatching(/^mutation .*noteRefused.*"fields":\["Child.socialCare"\]/s)]);
  });

  it('is refused under another name, in fragments, and at each place in a list', async () => {
    const query = `{ children { ...F } } fragment F on Child { name ... on Child { sc: socialCare { worker } } }`;
    const answer = await apart.answer(ask(query), person('ann', scopes));
    expect(answer).toEqual({
      data: {
        children: [
          { name: 'Ash', sc: null },
          { name: 'Birch', sc: null },
        ],
      },
      errors: [refused(['children', 0, 'sc']), refused(['children', 1, 'sc'])],
    });
  });

  it('leaves a child that is not there as it is', async () => {
    const answer = await apart.answer(ask(holistic, { id: 'nobody' }), person('ann', scopes));
    expect(answer).toEqual({ data: { child: null } });
  });

  it('says nothing where it was skipped', async () => {
    const query = 'query ($no: Boolean!) { child(id: "1") { name socialCare @include(if: $no) { worker } } }';
    const answer = await apart.answer(ask(query, { no: false }), person('ann', scopes));
    expect(answer).toEqual({ data: { child: { name: 'Ash' } } });
  });
});

describe('a supergraph that cannot be served', () => {
  const transports = { partnership: () => Promise.resolve({}), 'social-care': () => Promise.resolve({}) };

  it('is one that carries authorization directives while their enforcement is off', async () => {
    await expect(hub.gateway(transports, { enforceScopes: false })).rejects.toThrow('enforcement is off');
  });

  it('is one that carries @policy, which would not be enforced', async () => {
    const policy = supergraphOf(subgraphs).replace(
      'hasSocialWorker: Boolean',
      'hasSocialWorker: Boolean @policy(policies: [["p"]])',
    );
    await expect(hub.gateway(transports, { supergraph: policy })).rejects.toThrow('@policy');
  });

  it('is one that names a subgraph nobody configured', async () => {
    await expect(hub.gateway({ partnership: transports.partnership })).rejects.toThrow('names social-care');
  });

  it.each(['not a supergraph {', 'type Query { a: Int }'])('is one that is not one: %s', async (supergraph) => {
    await expect(hub.gateway(transports, { supergraph })).rejects.toThrow('run hub schema');
  });

  it('serves without enforcement what carries nothing to enforce', async () => {
    const [first] = subgraphs;
    const open = first ? supergraphOf([{ ...first, typeDefs: parse('type Query { a: Int }') }]) : '';
    await expect(hub.gateway(transports, { supergraph: open, enforceScopes: false })).resolves.toBeDefined();
  });
});
