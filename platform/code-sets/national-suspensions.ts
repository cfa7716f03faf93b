import { z } from 'zod';
import { codeSet } from './code-set.js';
import type { NationalFigure } from './national-figure.js';
import { latestRate, ratesByYear } from './published-rate.js';

const published = { source: z.string(), url: z.url(), basis: z.string() };
const measures = ['SUSPENSIONS', 'CHILDREN_SUSPENDED', 'PERMANENT_EXCLUSIONS'] as const;

const SHAPE = z.object({
  ...published,
  outcomes: z.object(published),
  // What was not read where it was published is never set beside anything.
  verified: z.literal(true),
  figures: z.array(z.object({ measure: z.enum(measures), phase: z.string().nullable(), byYear: ratesByYear })),
  cohorts: z.array(z.object({ cohort: z.string(), of: z.string(), byYear: ratesByYear })),
});

const { figures, cohorts, outcomes, ...release } = codeSet('national_suspensions', SHAPE);

/** Suspensions and permanent exclusions for every 100 pupils, and the pupils of every 100 who were suspended once or more. */
export type SuspensionMeasure = (typeof measures)[number];

const named: Readonly<Record<SuspensionMeasure, string>> = {
  SUSPENSIONS: 'Suspensions for every 100 pupils',
  CHILDREN_SUSPENDED: 'Pupils with one or more suspension, of every 100',
  PERMANENT_EXCLUSIONS: 'Permanent exclusions for every 100 pupils',
};

/**
 * The rate published for England, of all state-funded schools (null) or those of one phase (`Primary`, `Secondary`), for an
 * academic year (`2025/26`) or the latest before it. Null where none is published: a year's rates by special educational
 * provision and by free school meals were not read where they are. Source: DfE, Suspensions and permanent exclusions in England.
 */
export function nationalSuspensions(
  measure: SuspensionMeasure,
  year: string,
  phase: string | null = null,
): NationalFigure | null {
  const figure = figures.find((one) => one.measure === measure && one.phase === phase);
  const of = `${named[measure]}, England${phase === null ? '' : `, ${phase.toLowerCase()} schools`}`;
  return figure ? latest(figure.byYear, year, of, release) : null;
}

/**
 * The pupils of every 100 of a cohort who were suspended once or more, as published for England; null where nothing is
 * published for that very cohort. Source: DfE, Outcomes for children in need.
 */
export function nationalCohortSuspended(cohort: string, year: string): NationalFigure | null {
  const figure = cohorts.find((one) => one.cohort === cohort);
  const of = `${named.CHILDREN_SUSPENDED}: ${figure?.of ?? ''}, England`;
  return figure ? latest(figure.byYear, year, of, outcomes) : null;
}

function latest(
  byYear: z.infer<typeof ratesByYear>,
  asked: string,
  of: string,
  { source, url, basis }: { readonly source: string; readonly url: string; readonly basis: string },
): NationalFigure | null {
  const found = latestRate(byYear, asked);
  if (!found) return null;
  return {
    ...{ percent: found.rate, of, year: found.year, source: `${source}, ${url}` },
    basis: `Published: ${basis}. Not adjusted for age, need or income. A year that is not over has had less time.`,
  };
}
