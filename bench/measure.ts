import { availableParallelism } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { productRoot } from '../platform/config/product-root.js';
import { Defect } from '../platform/errors/hub-error.js';
import { spread } from './arrange.js';
import { type Pair, tokenMaker } from './callers.js';
import type { CleanUp } from './clean-up.js';
import type { Ground } from './ground.js';
import type { Ask } from './messages.js';
import { OpenAlone, type OpenCost, stageOn } from './open-alone.js';
import { note, step } from './progress.js';
import { ask, askAbout, askForPage, compareAnswers, countOne, pageQuestion, question, type Token } from './question.js';
import { type Measured, type Report, reportOf } from './report.js';
import { type Question, Rounds, type Run, type Target } from './rounds.js';
import type { Scale } from './scale.js';
import { coLocatedName, overHttpName, type Variant } from './variants.js';

/** Somebody related to nobody. */
export const strangerTo = ({ childId, org }: Pair): Pair => ({
  childId,
  org,
  sub: 'sw-bench-stranger',
  persona: 'social-worker',
});

/** The two questions the bench puts, with everybody who may put them. */
export function questionsOn({ pairs, pages }: Pick<Ground, 'pairs' | 'pages'>) {
  return {
    child: { query: question, asks: pairs.map(askAbout) },
    page: { query: pageQuestion, asks: pages.map(askForPage) },
  };
}

/** Throws where a run gave a wrong answer, or one that the reference does not give. */
export async function checkKept(
  run: Run,
  name: string,
  { query, asks }: Question,
  reference: Target,
  token: Token,
): Promise<void> {
  if (run.wrong > 0) throw new Defect(`${name} gave ${run.wrong} answers that were not 200 or about something else.`);
  for (const { ask: at, data } of run.kept) {
    const asked = asks[at];
    if (!asked) continue;
    const expected = await ask(reference.front.url, token, query, asked);
    if (!isDeepStrictEqual(data, expected)) throw new Defect(`${name} answered differently under load.`);
  }
}

const line = (name: string, { perSecond, p50, cpu }: Run): string =>
  `${name}  ${perSecond.toFixed(0)}/s  p50 ${p50.toFixed(1)} ms  PostgreSQL ${cpu.postgres.toFixed(2)} ms  Node ${(cpu.front + cpu.behind).toFixed(2)} ms`;

export class Measuring {
  private readonly rounds: Rounds;
  private readonly token: Token;
  private readonly questions: ReturnType<typeof questionsOn>;
  private readonly measured = new Map<Variant, Measured>();
  private readonly opens: OpenCost[] = [];

  constructor(
    private readonly ground: Ground,
    private readonly variants: readonly Variant[],
    private readonly scale: Scale,
    private readonly cleanUp: CleanUp,
  ) {
    this.rounds = new Rounds(ground);
    this.cleanUp.push(() => {
      this.rounds.stop();
    });
    this.token = tokenMaker(ground.issuer.privateKey);
    this.questions = questionsOn(ground);
  }

  async report(): Promise<Report> {
    const coLocated = this.named(coLocatedName);
    await this.compare();
    const { ground, scale } = this;
    const opener = await OpenAlone.start(stageOn(ground, productRoot), ground.server.pid ?? 0);
    this.cleanUp.push(() => {
      opener.stop();
    });
    await this.warm();
    await step('Measuring', async (update) => {
      let done = 0;
      for (let round = 0; round < scale.rounds; round += 1) {
        const first = round % this.variants.length;
        const order = [...this.variants.slice(first), ...this.variants.slice(0, first)];
        for (const variant of order) {
          await this.once(variant, coLocated, round);
          update((done += 1), scale.rounds * order.length);
        }
        const page = ground.pages[round % ground.pages.length];
        if (page) this.opens.push(await opener.cost(page, scale.opens));
      }
    });
    const profile = await coLocated.front.profiled(() =>
      this.rounds.run(coLocated, this.questions.child, scale.loaded),
    );
    const machine = { node: process.version, processors: availableParallelism(), ...ground.durability };
    return reportOf({
      machine,
      scale: { ...scale, pageChildren: ground.pages[0]?.children.length ?? 0 },
      variants: this.variants,
      measured: this.measured,
      pages: { perRequest: await countOne(coLocated, pageQuestion, this.pageSamples(), this.token), opens: this.opens },
      profiles: new Map([[coLocatedName, profile]]),
    });
  }

  private named(name: string): Variant {
    const found = this.variants.find((variant) => variant.name === name);
    if (!found) throw new Defect('There is nothing to measure.');
    return found;
  }

  private pageSamples(): readonly Ask[] {
    return spread(this.questions.page.asks, 4);
  }

  /** Before anything is measured: everybody answers alike. The floors, which guard nothing, are asked by no stranger. */
  private async compare(): Promise<void> {
    const samples = spread(this.ground.pairs, 12);
    await compareAnswers(this.variants, question, samples.map(askAbout), this.token);
    const strangers = samples.slice(0, 1).map(strangerTo).map(askAbout);
    await compareAnswers(
      this.variants.filter(({ guarded }) => guarded),
      question,
      strangers,
      this.token,
    );
    const hubs = [coLocatedName, overHttpName].map((name) => this.named(name));
    await compareAnswers(hubs, pageQuestion, this.pageSamples(), this.token);
    note(`All variants answer ${String(samples.length)} callers alike, and all that guard anything a stranger.`);
  }

  private async warm(): Promise<void> {
    await step('Warming up', async (update) => {
      for (const [at, variant] of this.variants.entries()) {
        await this.rounds.run(variant, this.questions.child, {
          ...this.scale.loaded,
          warmMs: 0,
          measuredMs: this.scale.firstWarmMs,
        });
        const counts = await countOne(variant, question, spread(this.questions.child.asks, 60), this.token);
        this.measured.set(variant, { loaded: [], alone: [], page: [], counts });
        update(at + 1, this.variants.length);
      }
    });
  }

  private async once(variant: Variant, reference: Variant, round: number): Promise<void> {
    const { scale, questions, token } = this;
    const into = this.measured.get(variant);
    if (!into) throw new Defect('A variant was not warmed up.');
    const run = async (kind: 'loaded' | 'alone' | 'page', asked: Question): Promise<void> => {
      const found = await this.rounds.run(variant, asked, scale[kind]);
      await checkKept(found, variant.name, asked, reference, token);
      into[kind].push(found);
      note(line(`round ${String(round + 1)}  ${kind.padEnd(6)}  ${variant.name}`, found));
    };
    await run('loaded', questions.child);
    await run('alone', questions.child);
    if (variant === reference) await run('page', questions.page);
  }
}
