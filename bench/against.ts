import path from 'node:path';
import { availableParallelism } from 'node:os';
import { productRoot } from '../platform/config/product-root.js';
import { Defect } from '../platform/errors/hub-error.js';
import { type AgainstReport, type SideFigures, type SideReport, sheetOf } from './against-report.js';
import { spread } from './arrange.js';
import { tokenMaker } from './callers.js';
import { type Ground, type Laying, layTwice } from './ground.js';
import { checkKept, questionsOn, strangerTo } from './measure.js';
import { OpenAlone, stageOn } from './open-alone.js';
import { nameOfThis, OtherCommit } from './other-commit.js';
import { note, step } from './progress.js';
import { askAbout, askForPage, compareAnswers, countOne, pageQuestion, question, type Token } from './question.js';
import { type Question, Rounds, type Run, type Target } from './rounds.js';
import type { Scale } from './scale.js';
import { starter } from './variants.js';

/** One commit: its co-located hub on a server of its own, and its own opening. */
interface Side extends Target {
  readonly name: string;
  readonly ground: Ground;
  readonly rounds: Rounds;
  readonly opener: OpenAlone;
  readonly figures: SideFigures[];
}

type Sides = readonly [before: Side, now: Side];

async function sideOf(name: string, ground: Ground, { subgraphPort, cleanUp }: Laying, root: string): Promise<Side> {
  const front = await starter(ground, subgraphPort, cleanUp, root)('hub');
  const rounds = new Rounds(ground);
  const opener = await OpenAlone.start(stageOn(ground, root), ground.server.pid ?? 0);
  cleanUp.push(() => {
    rounds.stop();
    opener.stop();
  });
  return { name, ground, front, behind: null, rounds, opener, figures: [] };
}

/** Two commits measured in turn in one run: the same children, callers and questions, each on a server of its own. */
export class Against {
  private readonly token: Token;
  private readonly questions: ReturnType<typeof questionsOn>;

  private constructor(
    private readonly sides: Sides,
    private readonly scale: Scale,
  ) {
    const { ground } = sides[0];
    this.token = tokenMaker(ground.issuer.privateKey);
    this.questions = questionsOn(ground);
  }

  /** Checks the other commit out, builds it, lays the ground twice and starts both hubs. */
  static async layOut(commit: string, laying: Laying, scale: Scale): Promise<Against> {
    const other = OtherCommit.checkOut(commit, path.join(laying.folder, 'tree'), laying.cleanUp);
    await step(`Building ${other.name}`, () => other.build());
    const { before, now } = await layTwice(other, laying);
    const sides: Sides = [
      await sideOf(`before (${other.name})`, before, laying, other.root),
      await sideOf(`now (${nameOfThis()})`, now, laying, productRoot),
    ];
    return new Against(sides, scale);
  }

  async report(): Promise<AgainstReport> {
    const { sides, scale } = this;
    await this.compare();
    for (const side of sides)
      await step(`Warming up ${side.name}`, () =>
        side.rounds.run(side, this.questions.child, { ...scale.loaded, warmMs: 0, measuredMs: scale.firstWarmMs }),
      );
    await step('Measuring', async (update) => {
      for (let round = 0; round < scale.rounds; round += 1) {
        const [first, second] = round % 2 === 0 ? sides : ([sides[1], sides[0]] as const);
        await this.round(first, second, round);
        await this.round(second, first, round);
        this.sameOpening();
        update(round + 1, scale.rounds);
      }
    });
    const { ground } = sides[1];
    return sheetOf({
      machine: { node: process.version, processors: availableParallelism(), ...ground.durability },
      scale: { ...scale, pageChildren: ground.pages[0]?.children.length ?? 0 },
      before: await this.reportOf(sides[0]),
      now: await this.reportOf(sides[1]),
    });
  }

  /** Before anything is measured: both answer alike, a stranger too. */
  private async compare(): Promise<void> {
    const { pairs, pages } = this.sides[0].ground;
    const samples = spread(pairs, 24);
    const asks = [...samples, ...samples.slice(0, 1).map(strangerTo)].map(askAbout);
    await compareAnswers(this.sides, question, asks, this.token);
    await compareAnswers(this.sides, pageQuestion, spread(pages, 4).map(askForPage), this.token);
    note(`Both answer ${String(samples.length)} callers, a stranger and four pages alike.`);
  }

  private async round(side: Side, reference: Side, round: number): Promise<void> {
    const { scale, questions, token } = this;
    const run = async (kind: 'loaded' | 'alone' | 'page', asked: Question): Promise<Run> => {
      const found = await side.rounds.run(side, asked, scale[kind]);
      await checkKept(found, side.name, asked, reference, token);
      const { p50, cpu, perSecond } = found;
      note(
        `round ${String(round + 1)}  ${kind.padEnd(6)}  ${side.name}  ${perSecond.toFixed(0)}/s  p50 ${p50.toFixed(1)} ms  PostgreSQL ${cpu.postgres.toFixed(2)} ms`,
      );
      return found;
    };
    const loaded = await run('loaded', questions.child);
    const alone = await run('alone', questions.child);
    const page = await run('page', questions.page);
    const asked = side.ground.pages[round % side.ground.pages.length];
    if (!asked) throw new Defect('There is no page to open.');
    const open = await side.opener.cost(asked, scale.opens);
    note(`round ${String(round + 1)}  open    ${side.name}  PostgreSQL ${open.postgres.toFixed(2)} ms`);
    side.figures.push({ loaded, alone, page, open });
  }

  private sameOpening(): void {
    const [before, now] = this.sides.map(({ figures }) => figures.at(-1)?.open.digest);
    if (before !== now) throw new Defect('The two commits permit a page’s children differently.');
  }

  private async reportOf(side: Side): Promise<SideReport> {
    const { child, page } = this.questions;
    return {
      name: side.name,
      figures: side.figures,
      child: await countOne(side, question, spread(child.asks, 60), this.token),
      page: await countOne(side, pageQuestion, spread(page.asks, 4), this.token),
    };
  }
}
