import { Value } from '../component/value.js';
import type { FileColumn } from '../csv/column.js';
import type { RejectedLinesQuery } from '../gateway/operations.generated.js';
import { words } from '../words/codes.js';
import { sourceName } from '../words/sources.js';
import { costText, deliveredText, type MetRule, receivedOf, type Source, takenText } from './data-quality.view.js';

export type Line = NonNullable<RejectedLinesQuery['rejectedLines']>[number];

/** A rule that was met, and in which source. */
export interface MetIn extends MetRule {
  readonly source: string;
}

/** What came of each source; that one is late says by itself when it last came. */
export const sourceColumns = (role: string): readonly FileColumn<Source>[] => [
  { title: 'Source', text: ({ source }) => sourceName(source) },
  { title: 'Whose', text: ({ domain }) => words(domain) },
  {
    title: 'Last received',
    text: receivedOf,
    of: (source) => <Value of={receivedOf(source)} role={role} as={(when) => <>{source.stale ? '' : when}</>} />,
  },
  { title: 'Last files came', text: deliveredText },
  { title: 'Of these', text: takenText },
];

/** Which rules were met; in the file, of which source. */
export const ruleColumns: readonly FileColumn<MetRule>[] = [
  { title: 'What is wrong', text: ({ message }) => message },
  { title: 'Rule', text: ({ rule }) => rule },
  { title: 'Cost', text: costText },
];

export const fileRuleColumns: readonly FileColumn<MetIn>[] = [
  { title: 'Source', text: ({ source }) => sourceName(source) },
  ...ruleColumns,
];

/** The rules of every source, in one list. */
export const rulesOf = (sources: readonly Source[]): readonly MetIn[] =>
  sources.flatMap(({ source, byRule }) => byRule.map((rule) => ({ source, ...rule })));

/** The lines of a source of which something was not taken. */
export const lineColumns: readonly FileColumn<Line>[] = [
  { title: 'Line', text: ({ line }) => line, of: ({ line }) => `Line ${String(line)}` },
  { title: 'File', text: ({ file }) => file },
  { title: 'What is wrong', text: ({ reason }) => reason },
  { title: 'Rule', text: ({ rule }) => rule },
  { title: 'Cost', text: ({ whole }) => (whole ? 'The record was not taken' : 'A part was left out') },
];
