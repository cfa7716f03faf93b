import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'graphql';
import { Client } from 'pg';
import { assemble, type Assembly } from '../../cli/assemble.js';
import { manifests } from '../../cli/domains.js';
import { startGateway } from '../../cli/gateway-process.js';
import type { GatewayServer } from '../../gateway/server.js';
import type { Claims } from '../../platform/auth/claims.js';
import { developmentIssuer, issueDevelopmentToken } from '../../platform/auth/dev-issuer.js';
import type { Voucher } from '../../platform/auth/minter.js';
import { type PersonaChoice, personaNamed, subjectOf } from '../../platform/auth/personas.js';
import type { Environment } from '../../platform/config/environment.js';
import { loginUrl } from '../../platform/db/logins.js';
import { roleNames } from '../../platform/db/names.js';
import { Defect } from '../../platform/errors/hub-error.js';
import type { SubgraphAnswer } from '../../platform/transport/transport.js';
import { createLog } from '../../platform/telemetry/log.js';
import type { Role } from '../../platform/vocabulary/role.js';
import type { Domain } from '../../platform/vocabulary/domain.js';
import { loginsFor } from '../../cli/database.js';
import { databaseCopy } from './database-copy.js';
import { setting } from './setting.js';
import { areaTemplate, rolePrefix, type StoryChild, type TestArea, testEnvironment, testToday } from './templates.js';

/** A caller as tests name one: a persona, and where it works. */
export interface As extends PersonaChoice {
  readonly persona: Role;
  readonly claims?: Partial<Claims>;
}

/** A whole hub over a database of its own, copied from a template. */
export interface TestHub {
  readonly assembly: Assembly;
  readonly environment: Environment;
  readonly adminUrl: string;
  /** As the server's superuser, whom nothing is hidden from: for arranging and for looking behind the answers. */
  readonly admin: Client;
  story(key: string): StoryChild;
  readonly sampleDir: string;
  voucher(as: As): Promise<Voucher>;
  /** Straight to one subgraph, through its door. */
  ask(subgraph: string, as: As, document: string, variables?: Record<string, unknown>): Promise<SubgraphAnswer>;
  /** Through the gateway, over HTTP. */
  post(
    as: As,
    document: string,
    variables?: Record<string, unknown>,
  ): Promise<{ status: number; body: GatewayBody; text: string }>;
  gateway(): Promise<GatewayServer>;
  /** A connection under one domain's own login, as its subgraph has it. */
  appClient(domain: Domain): Promise<Client>;
  /** A connection under the login that co-located domains share. */
  unitClient(): Promise<Client>;
  close(): Promise<void>;
}

export interface GatewayBody {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; domain?: string; requestId: string };
  }[];
}

export interface TestHubOptions {
  /** Over a copy of the sample area, rather than of the empty database. */
  readonly area?: boolean;
  /** The day it stands at; the tests' own unless given. */
  readonly today?: string;
}

/** Stands a hub up over a database of its own. */
export async function testHub(options: TestHubOptions = {}): Promise<TestHub> {
  const { adminUrl, drop } = await databaseCopy(options.area ? areaTemplate : rolePrefix);
  const dataDir = setting('HUB_TEST_DATA_DIR');
  const area = JSON.parse(readFileSync(path.join(dataDir, 'area.json'), 'utf8')) as TestArea;
  const { today = testToday } = options;
  const environment: Environment = { ...testEnvironment(dataDir), port: 0, developmentTokens: true, today };
  const log = createLog('silent');
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query('update ctx.setting set day = $1', [today]);
  const assembly = await assemble({
    environment,
    log,
    adminUrl,
    rolePrefix,
    here: manifests.map(({ domain }) => domain),
  });
  const clients: Client[] = [admin];
  const clientAs = async (login: string): Promise<Client> => {
    const client = new Client({ connectionString: loginUrl(adminUrl, login, loginsFor(environment, rolePrefix)) });
    await client.connect();
    clients.push(client);
    return client;
  };
  let server: Promise<GatewayServer> | null = null;
  const gateway = (): Promise<GatewayServer> => (server ??= startGateway(environment, assembly, log));
  const voucher = async ({ persona: name, claims, ...choice }: As): Promise<Voucher> => {
    const persona = personaNamed(name);
    const purposes = [...persona.purposes];
    const purpose = (choice.purpose as Claims['purpose'] | undefined) ?? purposes[0] ?? 'AUDIT';
    const minter = await assembly.minter('gateway');
    return minter.vouch({
      ...subjectOf(persona, choice),
      iss: developmentIssuer,
      name: persona.title,
      role: persona.role,
      purpose,
      purposes,
      scopes: [...persona.scopes],
      rid: randomUUID(),
      ...claims,
    });
  };
  return {
    assembly,
    environment,
    adminUrl,
    admin,
    sampleDir: area.sampleDir,
    story(key) {
      const found = area.stories.find((story) => story.key === key);
      if (!found) throw new Defect(`There is no story child ${key}.`);
      return found;
    },
    voucher,
    async ask(subgraph, as, document, variables = {}) {
      const held = await voucher(as);
      const minter = await assembly.minter('gateway');
      const transport = assembly.transports[subgraph];
      if (!transport) throw new Defect(`There is no subgraph ${subgraph}.`);
      return transport({
        document: parse(document),
        variables,
        request: {},
        seal: (audience, digest) => minter.seal(held, audience, digest),
      });
    },
    async post({ persona, claims: _claims, ...choice }, document, variables = {}) {
      const { url } = await gateway();
      const token = await issueDevelopmentToken(dataDir, persona, choice);
      const answer = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query: document, variables }),
      });
      const text = await answer.text();
      return { status: answer.status, text, body: JSON.parse(text) as GatewayBody };
    },
    gateway,
    appClient: (domain) => clientAs(roleNames(rolePrefix).app(domain)),
    unitClient: () => clientAs(roleNames(rolePrefix).unit),
    async close() {
      await (await server)?.stop();
      await assembly.close();
      await Promise.all(clients.map((client) => client.end()));
      await drop();
    },
  };
}
