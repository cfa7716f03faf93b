import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { schemaOf, subgraphName } from '../../platform/db/names.js';
import type { Relay } from '../../platform/events/relay.js';
import { listen, type Listening } from '../../platform/subgraph/listen.js';
import { httpTransport } from '../../platform/transport/http-transport.js';
import type { SubgraphTransport } from '../../platform/transport/transport.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { type As, type GatewayBody, testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

const senco: As = { persona: 'senco' };
const aboutChild = /* GraphQL */ `
  query Child($id: ID!) {
    child(id: $id) {
      name {
        given
      }
      diedOn
      team {
        name
        domain
      }
      attention {
        kind
        domain
      }
      actions {
        what
      }
    }
  }
`;
const aboutSchool = /* GraphQL */ `
  query School($urn: ID!) {
    _entities(representations: [{ __typename: "School", urn: $urn }]) {
      ... on School {
        teamAroundSchool {
          members {
            name
          }
          attention {
            child {
              id
            }
          }
          agenda {
            id
          }
          actions {
            id
          }
        }
      }
    }
  }
`;

/** What each domain says of a child, and the fields that are made of what is heard of it. */
const domains = [
  [Domain.EDUCATION, ['roll-changed'], []],
  [Domain.HEALTH, ['waiting-list-entry-changed'], []],
  [Domain.SOCIAL_CARE, ['allocation-changed', 'death-changed'], ['diedOn', 'agenda']],
  [Domain.VIRTUAL_SCHOOL, ['cohort-changed', 'pep-changed'], []],
] as const;

let hub: TestHub;
let child: string;
let urn: string | null;
let relays: readonly Relay[];

beforeAll(async () => {
  hub = await testHub({ area: true });
  ({ id: child, schoolUrn: urn } = hub.story('all-five'));
  await settle(hub);
  relays = (await hub.assembly.relays()).filter(({ name }) =>
    ['team-feed', 'attention-feed', 'death-feed'].includes(name),
  );
});

afterAll(() => hub.close());

/** The errors by the field they stand at, each with the domain it names. */
const lateIn = (errors: GatewayBody['errors'] = []): string[] =>
  errors.map(({ path, extensions }) => {
    expect(extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
    return `${String(path?.at(-1))} ${String(extensions.domain)}`;
  });

interface Asked {
  readonly data: unknown;
  readonly late: readonly string[];
  readonly text: string;
}

/** Of the child through the gateway, of the school of the partnership alone: without education nobody finds a school. */
async function ask(): Promise<Asked> {
  const { body, text } = await hub.post(senco, aboutChild, { id: child });
  const school = await hub.ask('partnership', senco, aboutSchool, { urn });
  const late = [...lateIn(body.errors), ...lateIn(school.errors as GatewayBody['errors'])];
  return { data: [body.data, school.data], late: late.sort(), text };
}

/** How far feeds have got is looked at every few seconds: asks until the answer names these. */
async function untilLate(expected: readonly string[]): Promise<Asked> {
  for (;;) {
    const asked = await ask();
    if (asked.late.join() === [...expected].sort().join()) return asked;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Says something of the child, two days ago. */
async function say(domain: Domain, topics: readonly string[]): Promise<void> {
  await hub.admin.query(
    `insert into "${schemaOf(domain)}".outbox (topic, child_id, at) select t, $2, now() - interval '2 days' from unnest($1::text[]) t`,
    [topics, child],
  );
}

/** Does something while a domain, which the feeds ask over HTTP, is stopped. */
async function stopped(domain: Domain, work: () => Promise<void>): Promise<void> {
  const subgraph = hub.assembly.subgraphs.get(domain);
  if (!subgraph) throw new TypeError(`There is no ${domain}.`);
  const transports = hub.assembly.transports as Record<string, SubgraphTransport>;
  const name = subgraphName(domain);
  const inProcess = transports[name];
  if (!inProcess) throw new TypeError(`There is no way to ${domain}.`);
  const server: Listening = await listen(subgraph, { host: '127.0.0.1', port: 0 });
  transports[name] = httpTransport({ url: server.url, audience: name, timeoutMs: hub.environment.domainTimeoutMs });
  await server.stop();
  try {
    await work();
  } finally {
    await subgraph.ready();
    transports[name] = inProcess;
  }
}

const made = ['team', 'members', 'attention', 'attention'];

describe('what the partnership has of other domains', () => {
  it('is shown without a word while every feed has heard all', async () => {
    const { data, late } = await ask();
    expect(late).toEqual([]);
    const [{ child: record }, { _entities }] = data as [
      { child: { team: unknown[]; attention: unknown[] } },
      { _entities: { teamAroundSchool: { members: unknown[]; attention: unknown[] } }[] },
    ];
    expect(record.team.length).toBeGreaterThan(0);
    expect(_entities[0]?.teamAroundSchool.members.length).toBeGreaterThan(0);
    expect(_entities[0]?.teamAroundSchool.attention.length).toBeGreaterThan(0);
  });

  it.each(domains)(
    'names %s at each field that is made of it while that is stopped, with all that is held, until it is heard',
    async (domain, topics, besides) => {
      const before = await ask();
      await say(domain, topics);
      await stopped(domain, async () => {
        for (const relay of relays) await relay.look();
        const { data, text } = await untilLate([...made, ...besides].map((field) => `${field} ${domain}`));
        expect(data).toEqual(before.data);
        expect(text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|outbox/);
      });
      await settle(hub);
      expect(await untilLate([])).toMatchObject({ data: before.data });
    },
  );

  it('is late where something was deleted before it was heard', async () => {
    await hub.admin.query(
      `insert into access.forgotten_event
       select 'HEALTH', 'waiting-list-entry-changed', xid, seq + 1 from partnership.event_position
       where consumer = 'team-feed' and domain = 'HEALTH'`,
    );
    await untilLate(made.map((field) => `${field} HEALTH`));
    await hub.admin.query('delete from access.forgotten_event');
    await untilLate([]);
  });

  it('is not late for what was said just now, nor for what its feeds do not hear', async () => {
    // Of what is not heard the eldest is looked at: what the feeds do not hear is the elder.
    await say(Domain.HEALTH, ['something-else']);
    await hub.admin.query(`insert into health.outbox (topic, child_id) values ('waiting-list-entry-changed', $1)`, [
      child,
    ]);
    await say(Domain.EDUCATION, ['attendance-changed-elsewhere']);
    const app = await hub.appClient(Domain.PARTNERSHIP);
    const behind = (allowed: string, holder = 'PARTNERSHIP') =>
      app.query(
        `select * from access.feeds_behind($2, array['team-feed'], array['HEALTH'], array['waiting-list-entry-changed'], $1::interval)`,
        [allowed, holder],
      );
    expect((await behind('1 hour')).rows).toEqual([]);
    expect((await behind('0 seconds')).rows).toEqual([{ consumer: 'team-feed', owner: 'HEALTH' }]);
    await expect(behind('1 hour', 'HEALTH')).rejects.toMatchObject({ code: '42501' });
    expect((await ask()).late).toEqual([]);
  });
});
