import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { Client } from 'pg';
import { ensureKeys, readDoorKeys, currentKey } from '../../platform/auth/keys.js';
import { coLocated, Minter } from '../../platform/auth/minter.js';
import { Door } from '../../platform/auth/door.js';
import { startEmbeddedPostgres } from '../../platform/db/embedded/embedded-postgres.js';
import { migrate } from '../../platform/db/migrate.js';
import { ensureLogins, loginUrl } from '../../platform/db/logins.js';
import { roleNames } from '../../platform/db/names.js';
import { Lines } from '../../platform/db/lines.js';
import { Metrics } from '../../platform/telemetry/metrics.js';
import { createLog } from '../../platform/telemetry/log.js';
import { buildSubgraph } from '../../platform/subgraph/subgraph.js';
import { inProcessTransport } from '../../platform/subgraph/in-process-transport.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { health } from './subgraph.js';

it('smoke', async () => {
  const dir = mkdtempSync('/tmp/smoke-');
  chmodSync(dir, 0o755);
  const pg = await startEmbeddedPostgres({ dataDir: dir, settings: { fsync: 'off' } });
  const closers: (() => Promise<unknown>)[] = [() => pg.stop()];
  try {
    const admin0 = new Client({ connectionString: pg.adminUrl });
    await admin0.connect();
    await admin0.query('create database hub');
    await admin0.end();
    const u = new URL(pg.adminUrl);
    u.pathname = '/hub';
    const adminUrl = u.toString();
    const names = roleNames('hub');
    const logins = ensureLogins(dir, [names.unit, names.operator, names.app(Domain.HEALTH)]);
    const keys = await ensureKeys(dir + '/keys', {
      gateway: null,
      ingest: { subject: 'system:ingest', purpose: 'INGEST', operations: ['HEALTH:ingest'] },
    });
    const opts = {
      adminUrl,
      domains: [health.schema],
      logins,
      keys,
      agreements: [{ agreement: 'area-send-sharing', title: 'x', from: '2026-01-01' }],
      clearances: [],
    };
    await migrate(opts);
    await migrate(opts);
    const child = randomUUID();
    const admin = new Client({ connectionString: adminUrl });
    await admin.connect();
    closers.unshift(() => admin.end());
    await admin.query(
      `insert into access.relationship values ($1, 'org:900001', 'SCHOOL_ROLL', 'x', tstzrange('2026-01-01', null))`,
      [child],
    );
    await admin.query(
      `insert into access.relationship values ($1, 'org:XAC01', 'REFERRAL', 'x', tstzrange('2026-01-01', null))`,
      [child],
    );
    await admin.query(
      `insert into health.waiting_list_entry (child_id, provider_ods, entry_ref, service, status, status_on, received_on) values ($1,'XAC01','1','CAMHS','ACCEPTED_WAITING','2026-02-01','2026-01-05')`,
      [child],
    );
    const metrics = new Metrics();
    const lines = new Lines(loginUrl(adminUrl, names.unit, logins));
    const sub = await buildSubgraph(health as never, {
      door: new Door('health', readDoorKeys(dir + '/keys')),
      databaseUrl: loginUrl(adminUrl, names.app(Domain.HEALTH), logins),
      unit: { lines, roleOf: (d) => names.app(d), metrics },
      log: createLog('warn'),
      today: () => '2026-11-20',
    });
    closers.unshift(
      () => lines.close(),
      () => sub.close(),
    );
    await sub.ready();
    const transport = inProcessTransport(sub, new WeakMap());
    const minter = await Minter.of(currentKey(dir + '/keys', 'gateway'));
    const ask = async (who: object, doc: string, variables = {}) => {
      const v = minter.vouch({
        sub: 's',
        name: 'S',
        org: '900001',
        role: 'senco',
        purpose: 'TEAM_AROUND_SCHOOL',
        purposes: [],
        scopes: ['health:read', 'health:write'],
        rid: randomUUID(),
        ...who,
      } as never);
      return transport({ document: parse(doc), variables, seal: (a) => minter.seal(v, a), request: {} });
    };
    const q = `query($id: ID!){ _entities(representations: [{__typename:"Child", id: $id}]) { ... on Child { health { asAt stale sources { source } waiting { id status weeksWaiting band clock { state breachOn } history { to } } } } } }`;
    const r = await ask({}, q, { id: child });
    console.log(JSON.stringify(r));
    console.log(JSON.stringify(await ask({ org: '900002' }, q, { id: child })));
    console.log(JSON.stringify(await ask({ role: 'analyst' }, q, { id: child })));
    console.log(JSON.stringify(await ask({ scopes: [] }, q, { id: child })));
    const id = (r.data as any)._entities[0].health.waiting[0].id;
    const m = `mutation($i: UpdateWaitingListEntryInput!){ updateWaitingListEntry(input: $i) { __typename ... on WaitingListEntryUpdated { entry { status version history { from to by } } } ... on IllegalTransition { allowed } ... on VersionConflict { current { version } } ... on InvalidChange { field because } } }`;
    const inp = { id, expectedVersion: 1, idempotencyKey: 'k1', to: 'BOOKED', effectiveOn: '2026-11-19' };
    const cl = { role: 'camhs-clinician', org: 'XAC01', purpose: 'DIRECT_CARE', sub: 'camhs-001', name: 'Dr C' };
    console.log(JSON.stringify(await ask(cl, m, { i: inp })));
    console.log(JSON.stringify(await ask(cl, m, { i: inp })));
    console.log(JSON.stringify(await ask(cl, m, { i: { ...inp, to: 'SEEN_FIRST' } })));
    console.log(JSON.stringify(await ask(cl, m, { i: { ...inp, idempotencyKey: 'k2' } })));
    console.log(JSON.stringify(await ask({ ...cl, org: 'XSL02' }, m, { i: { ...inp, idempotencyKey: 'k3' } })));
    console.log(
      (
        await admin.query(
          'select domain, actor, act, operation, kind, decision, bases, cardinality(permitted) p from access.audit order by seq',
        )
      ).rows,
    );
  } catch (e) {
    console.log(e);
    throw e;
  } finally {
    for (const c of closers) await c();
  }
  expect(1).toBe(1);
}, 60000);
