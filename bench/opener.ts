import 'reflect-metadata';
import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Caller } from '../platform/auth/door.js';
import { personaNamed } from '../platform/auth/personas.js';
import type * as keysModule from '../platform/auth/keys.js';
import type * as minterModule from '../platform/auth/minter.js';
import type { Permit, Verdict } from '../platform/access/permit.js';
import type * as permitModule from '../platform/access/permit.js';
import type * as linesModule from '../platform/db/lines.js';
import type * as namesModule from '../platform/db/names.js';
import type { UnitOfWork } from '../platform/db/unit-of-work.js';
import type * as unitModule from '../platform/db/unit-of-work.js';
import type * as metricsModule from '../platform/telemetry/metrics.js';
import type { OpenOrder, OpenReply, OpenStage } from './messages.js';

/** What of a commit opens a unit of work: the same names in each that the bench compares. */
interface Parts {
  readonly keys: typeof keysModule;
  readonly minter: typeof minterModule;
  readonly permit: typeof permitModule;
  readonly lines: typeof linesModule;
  readonly names: typeof namesModule;
  readonly unit: typeof unitModule;
  readonly metrics: typeof metricsModule;
}

/** The parts as they were built there: whatever that commit sends to PostgreSQL, it sends. */
async function partsOf(root: string): Promise<Parts> {
  const built = async (file: string): Promise<unknown> =>
    import(pathToFileURL(path.join(root, 'dist/platform', `${file}.js`)).href);
  const [keys, minter, permit, lines, names, unit, metrics] = await Promise.all(
    ['auth/keys', 'auth/minter', 'access/permit', 'db/lines', 'db/names', 'db/unit-of-work', 'telemetry/metrics'].map(
      built,
    ),
  );
  return { keys, minter, permit, lines, names, unit, metrics } as Parts;
}

/** What a page of four domains' facts asks to be opened. */
const asked = [
  { domain: 'EDUCATION', tier: 'T2', operation: 'child.education' },
  { domain: 'HEALTH', tier: 'T3', operation: 'child.health' },
  { domain: 'SOCIAL_CARE', tier: 'T3', operation: 'child.social-care' },
  { domain: 'VIRTUAL_SCHOOL', tier: 'T2', operation: 'child.virtualSchool' },
] as const;

type Verdicts = ReadonlyMap<string, Pick<Verdict, 'outcome' | 'basis'>>;

/** Until ADR 35 a unit answered rows and verdicts apart, and was told whose they are as an object. */
async function verdictsFrom(unit: UnitOfWork, permit: Permit, children: readonly string[]): Promise<Verdicts> {
  if ('readByKeys' in unit) return unit.read(permit, children, null);
  const former = unit as { read(of: Permit, about: object, nothing: null): Promise<{ readonly verdicts: Verdicts }> };
  return (await former.read(permit, { children }, null)).verdicts;
}

/** Longer than any unit takes on a busy machine: what is slow is to be measured, not refused. */
const statementTimeoutMs = 60_000;

/** Opens units of four requests for a page's children, one after the other, and reads nothing. */
async function opener({
  root,
  keysDir,
  unitUrl,
  prefix,
}: OpenStage): Promise<(order: OpenOrder) => Promise<OpenReply>> {
  const parts = await partsOf(root);
  const minter = await parts.minter.Minter.of(parts.keys.currentKey(keysDir, 'gateway'));
  const lines = new parts.lines.Lines(unitUrl, { statementTimeoutMs });
  const options = { lines, roleOf: parts.names.roleNames(prefix).app, metrics: new parts.metrics.Metrics() };
  const callerOf = ({ sub, org, persona }: OpenOrder['page']): Caller => {
    const { title: name, role, scopes, purposes } = personaNamed(persona);
    const purpose = purposes[0] ?? 'AUDIT';
    const who = { sub, org, name, role, purpose, purposes: [...purposes], scopes: [...scopes], rid: randomUUID() };
    return { claims: { ...who, kid: '', exp: 0 }, voucher: minter.vouch(who), operations: null };
  };
  const open = async (page: OpenOrder['page']) => {
    const caller = callerOf(page);
    const unit = new parts.unit.UnitOfWork(caller.voucher, options);
    const began = performance.now();
    const opened = await Promise.all(
      asked.map(({ domain, ...want }) => {
        const permit = parts.permit.Permit.forCopy(caller, { holder: domain, about: domain, ...want } as never);
        return verdictsFrom(unit, permit, page.children);
      }),
    );
    return { ms: performance.now() - began, verdicts: opened };
  };
  return async ({ page, times }) => {
    const took: number[] = [];
    let last: Awaited<ReturnType<typeof open>>['verdicts'] = [];
    for (let at = 0; at < times; at += 1) {
      const { ms, verdicts } = await open(page);
      took.push(ms);
      last = verdicts;
    }
    const told = last.map((of) =>
      [...of].map(([child, { outcome, basis }]) => [child, outcome, basis].join(' ')).sort(),
    );
    const digest = createHash('sha256').update(JSON.stringify(told)).digest('hex');
    return { took, permitted: last.map(({ size }) => size), digest };
  };
}

const reply = (message: OpenReply | { readonly ready: true }): void => void process.send?.(message);

// In a process of its own: each commit's code has its own, and its processor time is told apart.
if (process.send !== undefined && process.argv[2] !== undefined) {
  const open = await opener(JSON.parse(process.argv[2]) as OpenStage);
  process.on('message', (order) => void open(order as OpenOrder).then(reply));
  process.on('disconnect', () => process.exit(0));
  reply({ ready: true });
}
