import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { committedSupergraph } from '../cli/schema-files.js';
import { createGateway, type Gateway } from '../gateway/gateway.js';
import { defaultLimits } from '../gateway/limits.js';
import { GatewayMetrics } from '../gateway/metrics.js';
import { parseQuestion } from '../gateway/question.js';
import { currentKey, ensureKeys } from '../platform/auth/keys.js';
import { Minter } from '../platform/auth/minter.js';
import { personaNamed, subjectOf } from '../platform/auth/personas.js';
import { createLog } from '../platform/telemetry/log.js';
import { attackQuestions } from './attack-questions.js';

/** What a domain and its database take to answer, about. */
const domainMs = 10;
const rounds = 60;
const subgraphs = ['partnership', 'education', 'health', 'social-care', 'virtual-school'];

/** The gateway alone: its domains wait and answer that there is no such child. */
async function standAlone(keys: string): Promise<Gateway> {
  await ensureKeys(keys, { gateway: null });
  const nobody = async (): Promise<{ data: Record<string, null> }> => {
    await wait(domainMs);
    return { data: { child: null } };
  };
  return createGateway({
    supergraph: committedSupergraph(),
    transports: Object.fromEntries(subgraphs.map((name) => [name, nobody])),
    minter: await Minter.of(currentKey(keys, 'gateway')),
    enforceScopes: true,
    limits: defaultLimits,
    safelist: null,
    production: false,
    timeoutMs: 5000,
    log: createLog('silent'),
    metrics: new GatewayMetrics(new Registry()),
  });
}

type Ask = (body: string) => Promise<unknown>;

function asker(gateway: Gateway): Ask {
  const persona = personaNamed('social-worker');
  const { title, role, scopes, purposes } = persona;
  const [purpose = 'AUDIT'] = purposes;
  const about = { name: title, role, purpose, purposes: [...purposes], scopes: [...scopes] };
  const who = { ...subjectOf(persona, {}), ...about };
  return async (body) => {
    try {
      return await gateway.answer(parseQuestion(body), who);
    } catch (refusal) {
      return refusal;
    }
  };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

async function cpuOf(ask: Ask, body: string): Promise<number> {
  const before = process.cpuUsage();
  await ask(body);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function neighbour(ask: Ask, body: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await ask(body);
    times.push(performance.now() - began);
  }
  return median(times);
}

/** The neighbour's time while an attacker sends one attack after the other, each of them new to the gateway. */
async function underAttack(ask: Ask, body: string, attack: (at: number) => string): Promise<number> {
  let over = false as boolean;
  const attacker = (async () => {
    for (let at = 0; !over; at += 1) {
      await ask(attack(at));
      await turn();
    }
  })();
  const time = await neighbour(ask, body);
  over = true;
  await attacker;
  return time;
}

const body = (query: string): string => JSON.stringify({ query });

const nested = `{"query":"{ __typename }","variables":{"v":${'['.repeat(5000)}${']'.repeat(5000)}}}`;

async function main(): Promise<void> {
  const keys = mkdtempSync(path.join(tmpdir(), 'attacks-'));
  const gateway = await standAlone(keys);
  const ask = asker(gateway);
  const ordinary =
    '{ child(id: "1") { id name { given family } education { stale } health { stale } socialCare { status } } }';
  const largest = `{ child(id: "1") { ${'education { asAt stale sources { source stale } } '.repeat(20)} } }`;
  for (let warm = 0; warm < 50; warm += 1) await ask(body(`${ordinary} #${String(warm)}`));
  const ordinaryCpu = median(
    await inTurn(
      Array.from({ length: 20 }, (_, at) => at),
      (at) => cpuOf(ask, body(`${ordinary} # new ${String(at)}`)),
    ),
  );
  const alone = await neighbour(ask, body(ordinary));
  const all = { ...attackQuestions('socialCare', 'age'), 'the largest that is answered': largest };
  const bodies = {
    ...Object.fromEntries(Object.entries(all).map(([name, query]) => [name, body(query)])),
    'variables 5,000 deep': nested,
  };
  const lines = [
    `an ordinary question, first asked: ${ordinaryCpu.toFixed(1)} ms CPU; a neighbour alone: ${alone.toFixed(1)} ms`,
  ];
  for (const [name, sent] of Object.entries(bodies)) {
    const first = await cpuOf(ask, sent);
    const again = await cpuOf(ask, sent);
    const beside = await underAttack(ask, body(ordinary), (at) =>
      sent.replace(/"\}$|"(?=,"variables)/, ` #${String(at)}$&`),
    );
    const figures = [
      `first ${first.toFixed(1)}`,
      `again ${again.toFixed(2)}`,
      `to ordinary ${(first / ordinaryCpu).toFixed(2)}`,
      `neighbour ${(beside / alone).toFixed(2)}`,
    ];
    lines.push(`${name.padEnd(38)} ${figures.map((figure) => figure.padEnd(18)).join('')}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  await gateway.dispose();
  rmSync(keys, { recursive: true, force: true });
}

async function inTurn<From, To>(values: readonly From[], of: (value: From) => Promise<To>): Promise<To[]> {
  const found: To[] = [];
  for (const value of values) found.push(await of(value));
  return found;
}

await main();
