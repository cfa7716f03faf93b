import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { coLocated, digestOf } from '../../platform/auth/minter.js';
import { subgraphName } from '../../platform/db/names.js';
import { listen, type Listening } from '../../platform/subgraph/listen.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
let health: Listening;
let child: string;

beforeAll(async () => {
  hub = await testHub();
  child = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
  const subgraph = hub.assembly.subgraphs.get(Domain.HEALTH);
  if (!subgraph) throw new Error('no health');
  health = await listen(subgraph, { host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await health.stop();
  await hub.close();
});

const look =
  'query Look($id: ID!) { _entities(representations: [{ __typename: "Child", id: $id }]) { ... on Child { health { waiting { service } } } } }';

async function post(
  query: string,
  variables: Record<string, unknown>,
  envelope?: string,
): Promise<{ status: number; body: { data?: unknown; errors?: { extensions: { code: string } }[] } }> {
  const answer = await fetch(health.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(envelope === undefined ? {} : { 'hub-assertion': envelope }) },
    body: JSON.stringify({ query, variables }),
  });
  return { status: answer.status, body: (await answer.json()) as never };
}

/** What is answered to the headers of a call, of whose body no byte is ever sent. */
function beforeTheBody(envelope: string | undefined, bytes: number): Promise<string> {
  const socket = connect(Number(new URL(health.url).port), '127.0.0.1');
  const head = [
    'POST /graphql HTTP/1.1',
    'host: hub',
    'content-type: application/json',
    `content-length: ${String(bytes)}`,
  ];
  const signed = envelope === undefined ? [] : [`hub-assertion: ${envelope}`];
  socket.write(`${[...head, ...signed].join('\r\n')}\r\n\r\n`);
  let said = '';
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => {
    socket.once('close', () => {
      resolve(said);
    });
  });
}

async function sealed(query: string, variables: Record<string, unknown>, audience = 'health'): Promise<string> {
  const minter = await hub.assembly.minter('gateway');
  return minter.seal(await hub.voucher({ persona: 'senco' }), audience, digestOf(query, variables));
}

describe('a subgraph’s door over HTTP', () => {
  it('answers a caller who was vouched for', async () => {
    const { status, body } = await post(look, { id: child }, await sealed(look, { id: child }));
    expect(status).toBe(200);
    expect(body.data).toEqual({ _entities: [{ health: { waiting: [{ service: 'CAMHS' }] } }] });
  });

  it.each(['{ _service { sdl } }', '{ __typename }', '{ _entities(representations: []) { __typename } }'])(
    'refuses %s from nobody [S08]',
    async (query) => {
      const { status, body } = await post(query, {});
      expect(status).toBe(401);
      expect(body).toEqual({
        errors: [{ message: 'The caller was not vouched for.', extensions: { code: 'UNAUTHENTICATED' } }],
      });
    },
  );

  it('refuses an envelope made for another subgraph, another question, other variables, or spent [S07]', async () => {
    const wrong = [
      await sealed(look, { id: child }, 'education'),
      await sealed('{ __typename }', { id: child }),
      await sealed(look, { id: randomUUID() }),
    ];
    for (const envelope of wrong) expect((await post(look, { id: child }, envelope)).status).toBe(401);
    const once = await sealed(look, { id: child });
    expect((await post(look, { id: child }, once)).status).toBe(200);
    expect((await post(look, { id: child }, once)).status).toBe(401);
  });

  it('refuses one made for within the process, and one whose signature was touched', async () => {
    expect((await post(look, { id: child }, await sealed(look, { id: child }, coLocated))).status).toBe(401);
    const envelope = await sealed(look, { id: child });
    const [head, body, signature = ''] = envelope.split('.');
    expect(
      (await post(look, { id: child }, [head, body, signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))].join('.')))
        .status,
    ).toBe(401);
  });

  it('answers who may not call before anything of the body has come', async () => {
    const fresh = await sealed(look, { id: child }, 'education');
    for (const envelope of [undefined, 'x.y.z', fresh]) {
      const reply = await beforeTheBody(envelope, 9_000_000);
      expect(reply).toMatch(/^HTTP\/1\.1 401/);
      expect(reply).toContain('"code":"UNAUTHENTICATED"');
    }
  });

  it('refuses a body that is announced too large before it comes, and spends the envelope on whatever comes', async () => {
    expect(await beforeTheBody(await sealed(look, { id: child }), 11_000_000)).toMatch(/^HTTP\/1\.1 400/);
    const envelope = await sealed(look, { id: child });
    expect((await post('{ __typename }', {}, envelope)).status).toBe(401);
    expect((await post(look, { id: child }, envelope)).status).toBe(401);
  });

  it('answers variables nested too deep in words', async () => {
    const body = `{"query":"{ __typename }","variables":{"v":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`;
    const answer = await fetch(health.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'hub-assertion': await sealed('{ __typename }', {}) },
      body,
    });
    expect([400, 401]).toContain(answer.status);
  });

  it('lets no trace of an error out', async () => {
    const query =
      'query Bad($id: ID!) { _entities(representations: [{ __typename: "Child", id: $id }]) { ... on Child { nothingSuch } } }';
    const { body } = await post(query, { id: child }, await sealed(query, { id: child }));
    expect(JSON.stringify(body)).not.toContain('nothingSuch');
    expect(body.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });
});

describe('co-located domains', () => {
  it('share a unit of work between calls of one caller, never between two', async () => {
    const request = {};
    const minter = await hub.assembly.minter('gateway');
    const call = async (subgraph: string, envelope: string, selection: string) => {
      const document = parse(
        `query Q($id: ID!) { _entities(representations: [{ __typename: "Child", id: $id }]) { ... on Child { ${selection} } } }`,
      );
      const answer = await hub.assembly.transports[subgraph]?.({
        document,
        variables: { id: child },
        request,
        seal: () => Promise.resolve(envelope),
      });
      return answer?.data;
    };
    const own = await minter.seal(await hub.voucher({ persona: 'senco' }), coLocated);
    const stranger = await minter.seal(await hub.voucher({ persona: 'senco', school: '900002' }), coLocated);
    const health = 'health { waiting { service } }';
    const education = 'education { enrolments { from } }';
    expect(await call('health', own, health)).toEqual({ _entities: [{ health: { waiting: [{ service: 'CAMHS' }] } }] });
    expect(await call('education', stranger, education)).toEqual({ _entities: [{ education: { enrolments: [] } }] });
    expect(await call('health', stranger, health)).toEqual({ _entities: [{ health: { waiting: [] } }] });
    expect(await call('education', own, education)).toEqual({
      _entities: [{ education: { enrolments: [{ from: '2024-09-02' }] } }],
    });
  });
});

describe('internal feeds', () => {
  it.each([
    ['education', 'educationAttendanceFeed'],
    ['education', 'educationEnrolmentFeed'],
    ['social-care', 'socialCareStatusFeed'],
    ['social-care', 'socialCareAllocationFeed'],
  ])('of %s refuse a person: %s', async (subgraph, feed) => {
    const scopes = ['education:read', 'social-care:read'];
    const query = `query Q($ids: [ID!]!) { ${feed}(childIds: $ids) { childId } }`;
    const answer = await hub.ask(subgraph, { persona: 'social-worker', claims: { scopes } }, query, { ids: [child] });
    expect(answer.data).toEqual({ [feed]: null });
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('REFUSED');
  });
});

describe('references', () => {
  it('answer a child’s own subgraph exactly as the query does [S09]', async () => {
    const shown = [child, randomUUID()];
    for (const as of [{ persona: 'senco' }, { persona: 'senco', school: '900002' }, { persona: 'analyst' }] as const) {
      for (const id of shown) {
        const byQuery = await hub.ask(
          'partnership',
          { ...as, claims: { scopes: ['partnership:read'] } },
          'query Q($id: ID!) { child(id: $id) { name { family } } }',
          { id },
        );
        const byReference = await hub.ask(
          'partnership',
          { ...as, claims: { scopes: ['partnership:read'] } },
          'query Q($id: ID!) { _entities(representations: [{ __typename: "Child", id: $id }]) { ... on Child { name { family } } } }',
          { id },
        );
        const [referenced] = (byReference.data?.['_entities'] ?? [null]) as unknown[];
        expect(referenced ?? null).toEqual(byQuery.data?.['child'] ?? null);
        expect(byReference.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(
          byQuery.errors?.map(({ extensions }) => extensions?.['code']),
        );
      }
    }
  });

  it.each(Object.values(Domain))('refuses %s’s internal feed to a person', async (domain) => {
    const name = subgraphName(domain);
    const feeds: Partial<Record<Domain, string>> = {
      EDUCATION: 'educationTeamFeed',
      HEALTH: 'healthTeamFeed',
      SOCIAL_CARE: 'socialCareTeamFeed',
      VIRTUAL_SCHOOL: 'virtualSchoolTeamFeed',
    };
    const query =
      domain === Domain.PARTNERSHIP
        ? 'mutation M($ids: [ID!]!) { resolveChildren(records: []) { childId } }'
        : `query Q($ids: [ID!]!) { ${feeds[domain] ?? ''}(childIds: $ids) { childId } }`;
    const everything = [
      'partnership:read',
      'education:read',
      'health:read',
      'social-care:read',
      'virtual-school:read',
      'team:write',
      'health:write',
    ];
    const answer = await hub.ask(
      name,
      { persona: 'senco', claims: { scopes: everything } },
      query.replace('($ids: [ID!]!)', domain === Domain.PARTNERSHIP ? '' : '($ids: [ID!]!)'),
      { ids: [child] },
    );
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('REFUSED');
  });
});
