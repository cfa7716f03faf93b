import { type Command, InvalidArgumentError } from 'commander';
import { readEnvironment } from '../../platform/config/environment.js';
import { linkPeople } from '../match/matcher.js';
import { evaluateFiles } from '../match/evaluate-files.js';
import { readFieldMap } from '../match/field-map.js';
import { linkFiles, type LinkOrder } from '../match/link-files.js';
import { type FileReport, inWords } from '../match/read-people.js';
import { scoreText } from '../match/score-text.js';
import { requireOptions } from '../required-options.js';
import { progressBar } from '../progress-bar.js';
import { todayOf } from '../today.js';

const say = (text: string): void => void process.stdout.write(text);
const note = (line: string): void => void process.stderr.write(`${line}\n`);

type Inputs = readonly [string, string?];

function oneOrTwo(file: string, before: Inputs | undefined): Inputs {
  if (before?.[1] !== undefined) throw new InvalidArgumentError('Give one file, or two.');
  return before ? [before[0], file] : [file];
}

/** What of a file was not used, on a line each. */
function tellReading({ file, rejected, leftOut, ignoredHeaders }: FileReport): void {
  if (ignoredHeaders.length > 0) note(`${file}: columns ignored: ${ignoredHeaders.join(', ')}`);
  if (Object.keys(rejected).length > 0) note(`${file}: rejected: ${inWords(rejected)}`);
  if (Object.keys(leftOut).length > 0) note(`${file}: left out: ${inWords(leftOut)}`);
}

interface LinkOptions {
  readonly input: Inputs;
  readonly map?: readonly string[];
  readonly out: string;
  readonly json?: boolean;
}

async function link({ input, map = [], out, json }: LinkOptions): Promise<void> {
  const progress = progressBar();
  const order: LinkOrder = {
    inputs: input,
    map: readFieldMap(map),
    out,
    today: todayOf(readEnvironment()),
    link: linkPeople,
    onRead: (reports) => {
      reports.forEach(tellReading);
    },
    onProgress: (done, of) => {
      progress.update(done, of);
    },
  };
  const report = await linkFiles(order).finally(() => {
    progress.stop();
  });
  const people = report.inputs.map(({ file, taken }) => `${taken} of ${file}`).join(' and ');
  if (json) say(`${JSON.stringify(report)}\n`);
  else say(`${people}: links ${report.links}, for review ${report.review}, in ${out}\n`);
}

async function evaluate(options: { pairs: string; truth: string; json?: boolean }): Promise<void> {
  const score = await evaluateFiles(options.pairs, options.truth);
  say(options.json ? `${JSON.stringify(score)}\n` : scoreText(score));
}

/** match link, match evaluate: outside the hub's database. */
export function addMatchCommands(program: Command): void {
  const match = program.command('match').description('find the records of one person in any person files');
  requireOptions(match.command('link'), [
    { flags: '--input <file>', about: 'a CSV file of people, or two', read: oneOrTwo },
    { flags: '--out <file>', about: 'the pairs found: left,right,probability,band' },
  ])
    .description('link two files, or de-duplicate one')
    .option(
      '--map <fields>',
      "columns with other names than the fields': given=First Name,family=Surname",
      (text: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), text],
    )
    .option('--json', 'one JSON document')
    .action(link);
  requireOptions(match.command('evaluate'), [
    { flags: '--pairs <file>', about: 'as match link wrote it' },
    { flags: '--truth <file>', about: 'the true pairs: left,right' },
  ])
    .description('measure pairs against the truth')
    .option('--json', 'one JSON document')
    .action(evaluate);
}
