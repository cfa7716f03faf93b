import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { assemble, type Assembly } from '../../cli/assemble.js';
import type { Composition } from '../../cli/composition.js';
import { loginsFor, migrateHub } from '../../cli/database.js';
import { startGateway } from '../../cli/gateway-process.js';
import { printSchema } from '../../cli/schema-files.js';
import { developmentClaims, signDevelopmentToken } from '../../platform/auth/dev-issuer.js';
import type { PersonaChoice } from '../../platform/auth/personas.js';
import { databaseOf, loginUrl } from '../../platform/db/logins.js';
import { roleNames } from '../../platform/db/names.js';
import { createLog } from '../../platform/telemetry/log.js';
import type { Domain } from '../../platform/vocabulary/domain.js';
import type { Role } from '../../platform/vocabulary/role.js';
import type { GatewayBody } from './hub.js';
import { setting } from './setting.js';
import { testEnvironment, urlOf } from './templates.js';

/** Who asks: a persona, where it works, and scopes that it would hold if it were written for this composition. */
export interface Asking extends PersonaChoice {
  readonly persona: Role;
  readonly scopes?: readonly string[];
}

/** A hub of any composition of subgraphs, in a database that was migrated for it. */
export interface ComposedHub {
  readonly assembly: Assembly;
  readonly admin: Client;
  /** Through the gateway, over HTTP. */
  post(as: Asking, document: string, variables?: Record<string, unknown>): Promise<GatewayBody>;
  /** A connection under one domain's own login. */
  appClient(domain: Domain): Promise<Client>;
  close(): Promise<void>;
}

/** Puts the composition together as `npm start` would: database, keys, subgraphs and gateway. */
export async function composedHub(composition: Composition): Promise<ComposedHub> {
  const serverUrl = setting('HUB_TEST_ADMIN_URL');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hub-composed-'));
  const name = `hubtest_${randomUUID().slice(0, 8)}`;
  const onServer = await connected(serverUrl);
  await onServer.query(`create database "${name}"`);
  const adminUrl = urlOf(serverUrl, name);
  const environment = { ...testEnvironment(dataDir), port: 0, developmentTokens: true };
  await migrateHub(environment, adminUrl, composition);
  const log = createLog('silent');
  const here = composition.manifests.map(({ domain }) => domain);
  const assembly = await assemble({ environment, log, adminUrl, composition, here });
  const supergraph = (await printSchema(composition.manifests)).get('supergraph.graphql');
  const gateway = await startGateway(environment, assembly, log, supergraph);
  const admin = await connected(adminUrl);
  const clients = [admin];
  return {
    assembly,
    admin,
    async post({ persona, scopes = [], ...choice }, query, variables = {}) {
      const claims = developmentClaims(persona, choice);
      const token = await signDevelopmentToken(dataDir, { ...claims, scope: [claims.scope, ...scopes].join(' ') });
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await fetch(gateway.url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
      return (await answer.json()) as GatewayBody;
    },
    async appClient(domain) {
      const login = roleNames(databaseOf(adminUrl)).app(domain);
      const logins = loginsFor(environment, databaseOf(adminUrl), composition);
      const client = await connected(loginUrl(adminUrl, login, logins));
      clients.push(client);
      return client;
    },
    async close() {
      await gateway.stop();
      await assembly.close();
      await Promise.all(clients.map((client) => client.end()));
      await onServer.query(`drop database "${name}" with (force)`);
      await onServer.end();
      rmSync(dataDir, { recursive: true });
    },
  };
}

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}
