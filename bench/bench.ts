import 'reflect-metadata';
import { availableParallelism } from 'node:os';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { freePort } from '../platform/db/embedded/free-port.js';
import { Defect } from '../platform/errors/hub-error.js';
import { type Pair, tokenMaker } from './callers.js';
import { type Ground, layGround } from './ground.js';
import { ask, compareAnswers, countOne, type PerRequest, type Token } from './question.js';
import { type Report, reportOf, table } from './report.js';
import { type Pace, Rounds, type Run } from './rounds.js';
import { coLocatedName, type Standing, standUp, type Variant } from './variants.js';

interface Scale {
  readonly children: number;
  readonly rounds: number;
  readonly firstWarmMs: number;
  readonly pace: Pace;
}

const scales: Readonly<Record<'quick' | 'full', Scale>> = {
  quick: { children: 300, rounds: 1, firstWarmMs: 1500, pace: { connections: 32, warmMs: 300, measuredMs: 1500 } },
  full: { children: 2000, rounds: 5, firstWarmMs: 5000, pace: { connections: 32, warmMs: 500, measuredMs: 4000 } },
};

/** Ports of the five subgraphs stand together. */
const subgraphsFrom = async (): Promise<number> => Math.floor((await freePort()) / 10) * 10;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Somebody related to nobody. */
const strangerTo = ({ childId, org }: Pair): Pair => ({
  childId,
  org,
  sub: 'sw-bench-stranger',
  persona: 'social-worker',
});

const spread = (pairs: readonly Pair[], many: number): Pair[] =>
  Array.from({ length: many }, (_, at) => pairs[Math.floor((at * pairs.length) / many)]).filter(
    (pair) => pair !== undefined,
  );

async function checkKept(
  run: Run,
  name: string,
  reference: Variant,
  pairs: readonly Pair[],
  token: Token,
): Promise<void> {
  if (run.wrong > 0) throw new Defect(`${name} gave ${run.wrong} answers that were not 200 or about another child.`);
  for (const { pair, data } of run.kept) {
    const asked = pairs[pair];
    if (!asked) continue;
    const expected = await ask(reference.front.url, token(asked), asked.childId);
    if (!isDeepStrictEqual(data, expected)) throw new Defect(`${name} answered differently under load.`);
  }
}

async function measure(ground: Ground, standing: Standing, scale: Scale, token: Token): Promise<Report> {
  const { variants } = standing;
  const { pairs } = ground;
  const samples = spread(pairs, 12);
  const reference = variants[0];
  const first = samples[0];
  if (!reference || !first) throw new Defect('There is nothing to measure.');
  await compareAnswers(variants, [...samples, strangerTo(first)], token);
  say(`All variants answer ${samples.length} callers and a stranger alike.`);
  const rounds = new Rounds(ground);
  const runs = new Map<string, Run[]>(variants.map(({ name }) => [name, []]));
  try {
    for (const variant of variants)
      await rounds.run(variant, { ...scale.pace, warmMs: 0, measuredMs: scale.firstWarmMs });
    const counts = new Map<string, PerRequest>();
    for (const variant of variants) counts.set(variant.name, await countOne(variant, spread(pairs, 60), token));
    for (let round = 0; round < scale.rounds; round += 1) {
      const order = variants
        .map((_, at) => variants[(at + round) % variants.length])
        .filter((one) => one !== undefined);
      for (const variant of order) {
        const run = await rounds.run(variant, scale.pace);
        say(`round ${round + 1}  ${variant.name}  ${run.perSecond.toFixed(0)}/s  p50 ${run.p50.toFixed(1)} ms`);
        await checkKept(run, variant.name, reference, pairs, token);
        runs.get(variant.name)?.push(run);
      }
    }
    const profiles = new Map<string, Report['profiles'][string]>();
    for (const variant of variants.filter(({ name }) => name === coLocatedName)) {
      profiles.set(variant.name, await variant.front.profiled(() => rounds.run(variant, scale.pace)));
    }
    const machine = { node: process.version, processors: availableParallelism(), ...ground.durability };
    return reportOf({ machine, scale: { ...scale, ...scale.pace }, variants, runs, counts, profiles });
  } finally {
    rounds.stop();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'boolean' } } });
  const scale = scales[values.quick ? 'quick' : 'full'];
  const subgraphPort = await subgraphsFrom();
  say(`Loading a sample area of ${scale.children} children…`);
  const ground = await layGround({ children: scale.children, subgraphPort });
  try {
    const standing = await standUp(ground, subgraphPort);
    try {
      const report = await measure(ground, standing, scale, tokenMaker(ground.issuer.privateKey));
      process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : table(report));
    } finally {
      standing.stop();
    }
  } finally {
    await ground.stop();
  }
}

await main();
