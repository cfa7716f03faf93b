import type { Measured } from './matching-measure.js';

type Columns<Row> = readonly (readonly [string, (row: Row) => string])[];

const share = (value: number | null): string => value?.toFixed(4) ?? '–';
const whole = (value: number): string => value.toLocaleString('en-GB');

const sets: Columns<Measured> = [
  ['set', ({ name }) => name],
  ['records', ({ records }) => whole(records)],
  ['true pairs', ({ score }) => whole(score.truePairs)],
  ['links', ({ score }) => whole(score.links)],
  ['wrong', ({ score }) => whole(score.links - score.rightLinks)],
  ['precision', ({ score }) => share(score.precision)],
  ['recall', ({ score }) => share(score.recall)],
  ['F1', ({ score }) => share(score.f1)],
  ['review', ({ score }) => whole(score.review)],
  ['true', ({ score }) => whole(score.trueInReview)],
  ['review/1,000', ({ score, records }) => ((1000 * score.review) / records).toFixed(1)],
  ['F1 +review', ({ score }) => share(score.withReview.f1)],
  ['twins', ({ twins }) => (twins.pairs > 0 ? whole(twins.pairs) : '–')],
  ['linked', ({ twins }) => (twins.pairs > 0 ? whole(twins.linked) : '–')],
  ['in review', ({ twins }) => (twins.pairs > 0 ? whole(twins.review) : '–')],
];

const costs: Columns<Measured> = [
  ['set', ({ name }) => name],
  ['records', ({ records }) => whole(records)],
  ['read s', ({ readSeconds }) => readSeconds.toFixed(1)],
  ['match s', ({ linkSeconds }) => linkSeconds.toFixed(1)],
  ['match s/10,000', ({ linkSeconds, records }) => ((10_000 * linkSeconds) / records).toFixed(2)],
  ['compared', ({ compared }) => whole(compared)],
  ['compared/record', ({ compared, records }) => (compared / records).toFixed(1)],
  ['peak MB', ({ peakMb }) => whole(Math.round(peakMb))],
];

const groups: Columns<Measured['groups'][number]> = [
  ['group', ({ group }) => group],
  ['true pairs', ({ truePairs }) => whole(truePairs)],
  ['recall', ({ linked }) => share(linked)],
  ['recall +review', ({ withReview }) => share(withReview)],
];

function aligned<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  const cells = [columns.map(([head]) => head), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  return cells
    .map((line) => line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))))
    .map((line) => `${line.join('  ')}\n`)
    .join('');
}

const notes = `Links are automatic. "+review": with a reviewer who decides every pair in review rightly. Twins are pairs of two people
known to look like one; none may be linked. Each set is read and matched in a process of its own; "peak" is that
process's resident memory. A group's recall is of the true pairs with at least one record in the group.
`;

/** The measurements as lines to read. */
export function matchingTable(measured: readonly Measured[]): string {
  const byGroup = measured
    .filter((one) => one.groups.length > 0)
    .map((one) => `\n${one.name}, by group\n${aligned(groups, one.groups)}`);
  return `${aligned(sets, measured)}\n${aligned(costs, measured)}${byGroup.join('')}\n${notes}`;
}
