import 'reflect-metadata';
import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { Client } from 'pg';
import { Temporal } from 'temporal-polyfill';
import { ensureKeys, readDoorKeys, currentKey } from '../../platform/auth/keys.js';
import { coLocated, Minter } from '../../platform/auth/minter.js';
import { Door } from '../../platform/auth/door.js';
import { startEmbeddedPostgres } from '../../platform/db/embedded/embedded-postgres.js';
import { migrate } from '../../platform/db/migrate.js';
import { ensureLogins, loginUrl } from '../../platform/db/logins.js';
import { roleNames, schemaOf } from '../../platform/db/names.js';
import { Lines } from '../../platform/db/lines.js';
import { WriteUnit } from '../../platform/db/write-unit.js';
import { Metrics } from '../../platform/telemetry/metrics.js';
import { createLog } from '../../platform/telemetry/log.js';
import { buildSubgraph } from '../../platform/subgraph/subgraph.js';
import { inProcessTransport } from '../../platform/subgraph/in-process-transport.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { csvOf } from '../../platform/ingest/trial.js';
import { ingest } from '../../platform/ingest/runner.js';
import { RejectRepository } from '../../platform/ingest/reject.repository.js';
import { education } from './subgraph.js';
import { columns as giasColumns } from './ingest/gias/columns.js';
import { columns as rollColumns } from './ingest/school-census/columns.js';
import { columns as markColumns } from './ingest/attendance/columns.js';

it('smoke', async () => {
  const dir = mkdtempSync('/tmp/edu-'); chmodSync(dir, 0o755);
  const pg = await startEmbeddedPostgres({ dataDir: dir, settings: { fsync: 'off' } });
  const closers: (() => Promise<unknown>)[] = [() => pg.stop()];
  try {
  const admin0 = new Client({ connectionString: pg.adminUrl }); await admin0.connect(); await admin0.query('create database hub'); await admin0.end();
  const u = new URL(pg.adminUrl); u.pathname = '/hub'; const adminUrl = u.toString();
  const names = roleNames('hub');
  const logins = ensureLogins(dir, [names.unit, names.operator, names.app(Domain.EDUCATION)]);
  const keys = await ensureKeys(dir + '/keys', { gateway: null, ingest: { subject: 'system:ingest', purpose: 'INGEST', operations: ['EDUCATION:ingest', 'EDUCATION:team-feed', 'EDUCATION:attendance-feed'] } });
  const opts = { adminUrl, domains: [education.schema], logins, keys, agreements: [{ agreement: 'area-send-sharing', title: 'x', from: '2026-01-01' }], clearances: [] };
  await migrate(opts as never); await migrate(opts as never);
  const admin = new Client({ connectionString: adminUrl }); await admin.connect(); closers.unshift(() => admin.end());
  const metrics = new Metrics();
  const lines = new Lines(loginUrl(adminUrl, names.unit, logins));
  const sub = await buildSubgraph(education as never, { door: new Door('education', readDoorKeys(dir + '/keys')), databaseUrl: loginUrl(adminUrl, names.app(Domain.EDUCATION), logins), unit: { lines, roleOf: (d: Domain) => names.app(d), metrics }, log: createLog('warn'), today: () => '2026-11-20' } as never);
  closers.unshift(() => lines.close(), () => sub.close());
  await sub.ready();
  writeFileSync('/tmp/edu.graphql', sub.sdl);
  const transport = inProcessTransport(sub, new WeakMap());
  const minter = await Minter.of(currentKey(dir + '/keys', 'gateway'));
  const system = await Minter.of(currentKey(dir + '/keys', 'ingest'));
  const idOf = (p: { source: string; sourceKey: string; given: string | null }) => { const h = createHash('md5').update(String(p.given)).digest('hex'); return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20)}`; };
  const run = async (at: number, csv: string) => {
    const file = `${dir}/f${String(at)}-${randomUUID()}.csv`; writeFileSync(file, csv);
    const t = Date.now();
    let wms = 0; const src = education.ingest!('990')[at]!;
    const counts = await ingest({
      domain: Domain.EDUCATION, source: { ...src, write: async (m: never, r: never) => { const x = Date.now(); try { return await src.write(m, r); } finally { wms += Date.now() - x; } } } as never, files: [file],
      caller: async () => sub.door.enterInProcess(await system.seal(system.vouchForSystem(), coLocated)),
      writes: (caller) => new WriteUnit(sub.source, caller, metrics),
      resolve: async (people) => people.map(idOf),
      rejects: new RejectRepository(sub.source, schemaOf(Domain.EDUCATION)),
    });
    console.log(JSON.stringify(counts), Date.now() - t, 'ms, in write', wms);
    return counts;
  };
  const gias = csvOf(giasColumns, {}, { URN: '900002', EstablishmentName: 'École St Brânoc' });
  await run(0, gias); await run(0, gias);
  const a = { upn: '', forename: 'Ada' };
  const roll1 = csvOf(rollColumns, { ...a, urn: '900001' }, { upn: '', forename: 'Bo', urn: '900001' });
  await run(1, roll1); await run(1, roll1);
  const roll2 = csvOf(rollColumns, { ...a, urn: '900001' }, { ...a, urn: '900002', entry_date: '2026-09-02', sen_provision: 'E', sen_need_secondary: 'ASD' });
  await run(1, roll2); await run(1, roll2); await run(1, roll1);
  console.log((await admin.query('select grantee, basis, valid from access.relationship order by 1, 3')).rows);
  const marks = csvOf(markColumns, { ...a, urn: '900001', date: '2026-06-01' }, { ...a, urn: '900002', date: '2026-09-07' }, { ...a, urn: '900002', date: '2026-09-08', am: 'C1', pm: '' }, { forename: 'Cy', upn: '', urn: '900002', date: '2026-09-08' });
  await run(2, marks); await run(2, marks);
  await run(2, csvOf(markColumns, { ...a, urn: '900002', date: '2026-09-08', am: '', pm: 'O' }, { ...a, urn: '900002', date: '2026-09-07', am: 'L', pm: '\\' }));
  await run(1, csvOf(rollColumns, { forename: 'Cy', upn: '', urn: '900002', entry_date: '2026-09-01' }));
  console.log((await admin.query('select urn, entry_on, left_on, superseded_on, status, needs, sen_provisions from education.enrolment order by child_id, entry_on')).rows);
  console.log((await admin.query('select week_beginning, convert_from(marks, $1) m from education.attendance_week', ['utf8'])).rows);
  console.log((await admin.query('select topic, child_id from education.outbox order by seq')).rows);
  const ask = async (who: object, doc: string, variables = {}) => {
    const v = minter.vouch({ sub: 's', name: 'S', org: '900002', role: 'senco', purpose: 'TEAM_AROUND_SCHOOL', purposes: [], scopes: ['education:read'], rid: randomUUID(), ...who } as never);
    return transport({ document: parse(doc), variables, seal: (x: string) => minter.seal(v, x), request: {} } as never);
  };
  const ada = idOf({ source: '', sourceKey: '', given: 'Ada' });
  const q = `query($id: ID!){ _entities(representations: [{__typename:"Child", id: $id}]) { ... on Child { education { asAt stale sources { source } enrolments { school { urn name phase localAuthority } from until status yearGroup } now: enrolments(current: true) { from } sen { provision needs { code label rank } history { provision from until } } attendance { from to possible attended attendancePercent late weeks { weekBeginning marks { on session code category } } } before: attendance(from: "2026-06-01", to: "2026-06-02") { possible } } } } }`;
  console.log(JSON.stringify(await ask({}, q, { id: ada })));
  console.log(JSON.stringify(await ask({}, q, { id: ada })));
  console.log('left school', JSON.stringify(await ask({ org: '900001' }, q, { id: ada })));
  console.log('nobody', JSON.stringify(await ask({}, q, { id: randomUUID() })));
  console.log('analyst', JSON.stringify(await ask({ role: 'analyst' }, q, { id: ada })));
  console.log('noscope', JSON.stringify(await ask({ scopes: [] }, q, { id: ada })));
  console.log('bad days', JSON.stringify(await ask({}, `query($id: ID!){ _entities(representations: [{__typename:"Child", id: $id}]) { ... on Child { education { attendance(from: "2026-12-01") { possible } } } } }`, { id: ada })));
  console.log('school', JSON.stringify(await ask({ role: 'analyst' }, `{ a: school(urn: "900002") { name type } b: school(urn: "1") { name } _entities(representations: [{__typename:"School", urn: "900001"}]) { ... on School { name } } }`)));
  const feeds = `query($id: [ID!]!){ educationTeamFeed(childIds: $id) { childId members { name role lead since organisation { id } } } educationAttendanceFeed(childIds: $id) { childId weeks { schoolUrn weekBeginning marks } } }`;
  console.log('feed person', JSON.stringify(await ask({}, feeds, { id: [ada] })));
  const v = system.vouchForSystem();
  console.log('feed system', JSON.stringify(await transport({ document: parse(feeds), variables: { id: [ada] }, seal: (x: string) => system.seal(v, x), request: {} } as never)));
  console.log((await admin.query(`select actor, role, act, operation, kind, decision, bases, cardinality(asked) a, cardinality(permitted) p, left(request_id, 4) r from access.audit where act='READ' order by seq`)).rows);

  const days = Array.from({ length: 45 }, (_, d) => Temporal.PlainDate.from('2026-09-07').add({ days: Math.floor(d / 5) * 7 + (d % 5) }).toString());
  const kids = Array.from({ length: 2000 }, (_, k) => ({ upn: '', forename: 'K' + 'abcdefghijklmnopqrst'.charAt(k % 20) + String.fromCharCode(97 + Math.floor(k / 20) % 26) + String.fromCharCode(97 + Math.floor(k / 520)), urn: k % 2 ? '900001' : '900002' }));
  await run(1, csvOf(rollColumns, ...kids));
  const big = csvOf(markColumns, ...kids.flatMap((k) => days.map((date) => ({ ...k, date }))));
  await run(2, big); await run(2, big);
  } catch (e) { console.log(e); throw e; } finally { for (const c of closers) await c(); }
  expect(1).toBe(1);
}, 120000);
