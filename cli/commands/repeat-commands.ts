import type { Command } from 'commander';
import { progressBar } from '../progress-bar.js';
import { consumersNamed, keeperNamed, repeat } from '../repeat.js';
import { inOrder } from '../replay-order.js';
import { WrongUsage } from '../wrong-usage.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface ReplayOptions {
  readonly twice?: boolean;
  readonly shuffle?: boolean;
  readonly seed?: string;
  readonly json?: boolean;
}

const sameness = (before: string, after: string): string =>
  before === after ? 'Nothing is otherwise than before.' : 'Something was not as it should have been, and is now.';

async function rebuild(name: string, { json }: { readonly json?: boolean }): Promise<void> {
  const progress = progressBar();
  const { kept, digestBefore, digestAfter } = await repeat(keeperNamed(name), async (repetitions) => {
    for (const one of repetitions)
      await one.rebuild((done, of) => {
        progress.update(done, of);
      });
  }).finally(() => {
    progress.stop();
  });
  if (json) say(JSON.stringify({ ...kept, digestBefore, digestAfter }));
  else {
    say(`${String(kept.rows)} rows of ${String(kept.children)} children stand.`);
    say(sameness(digestBefore, digestAfter));
  }
}

/** The seed of a mixed order; null where it is not to be mixed. */
function seedGiven({ shuffle, seed }: ReplayOptions): number | null {
  if (shuffle !== true) {
    if (seed !== undefined) throw new WrongUsage('--seed is for --shuffle, which was not given.');
    return null;
  }
  const value = seed === undefined || seed === '' ? NaN : Number(seed);
  if (!Number.isInteger(value) || value < 0) throw new WrongUsage('--shuffle needs --seed, a whole number from 0.');
  return value;
}

async function replay(name: string, options: ReplayOptions): Promise<void> {
  const order = inOrder({ times: options.twice === true ? 2 : 1, seed: seedGiven(options) });
  const progress = progressBar();
  const { done, digestBefore, digestAfter } = await repeat(consumersNamed(name), async (repetitions) => {
    let events = 0;
    for (const one of repetitions)
      events += await one.replay(order, (at, of) => {
        progress.update(at, of);
      });
    return events;
  }).finally(() => {
    progress.stop();
  });
  if (options.json) say(JSON.stringify({ events: done, digestBefore, digestAfter }));
  else {
    say(`${String(done)} events were heard again.`);
    say(sameness(digestBefore, digestAfter));
  }
}

/** rebuild, events replay. */
export function addRepeatCommands(program: Command): void {
  program
    .command('rebuild <domain>')
    .description('work out anew what a domain keeps of others’ facts, from what they say now')
    .option('--json', 'one JSON document')
    .action(rebuild);
  program
    .command('events')
    .description('what domains have told each other')
    .command('replay <consumer>')
    .description(
      'have a consumer, or all of a domain, hear again what was said in the last 30 days: it changes nothing',
    )
    .option('--twice', 'each event twice')
    .option('--shuffle', 'in a mixed order; needs --seed')
    .option('--seed <n>', 'a whole number: the same one mixes alike')
    .option('--json', 'one JSON document')
    .action(replay);
}
