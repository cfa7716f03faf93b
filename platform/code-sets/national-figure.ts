import { z } from 'zod';
import { codeSet } from './code-set.js';

const measures = ['OVERALL_ABSENCE', 'PERSISTENT_ABSENCE', 'SEVERE_ABSENCE'] as const;
const SHAPE = z.object({
  source: z.string(),
  url: z.url(),
  basis: z.string(),
  // What was not read where it was published is never set beside anything.
  verified: z.literal(true),
  groups: z.array(
    z.object({
      cohort: z.string(),
      of: z.string(),
      figures: z.array(
        z.object({
          phase: z.string().nullable(),
          measure: z.enum(measures),
          byYear: z.record(z.string().regex(/^\d{4}\/\d{2}$/), z.number()),
        }),
      ),
    }),
  ),
});

const { source, url, basis, groups } = codeSet('national_figures', SHAPE);

/** Attendance is what overall absence leaves of the possible sessions; the others are shares of the children. */
export type NationalMeasure = 'ATTENDANCE' | 'PERSISTENT_ABSENCE' | 'SEVERE_ABSENCE';

/** A figure published for England, with what has to stand beside it wherever it is printed. */
export interface NationalFigure {
  /** In per cent, to one decimal place. */
  readonly percent: number;
  readonly of: string;
  /** The academic year it is of: the one asked for, or the latest published before it. */
  readonly year: string;
  readonly basis: string;
  readonly source: string;
}

const named: Readonly<Record<NationalMeasure, string>> = {
  ATTENDANCE: 'Attendance of',
  PERSISTENT_ABSENCE: 'Persistent absence of',
  SEVERE_ABSENCE: 'Severe absence of',
};

/**
 * The figure published for a cohort in England, of all schools or of one phase (`Primary`, `Secondary`), for an academic
 * year (`2025/26`) or the latest before it. Null where none is published for that very cohort and phase: the figure of all
 * pupils never takes its place. Source: DfE, Outcomes for children in need, including children looked after. The department
 * takes the status on 31 March and the whole year's absence, ours counts the days on which it is held: both are said.
 */
export function nationalFigure(
  cohort: string,
  measure: NationalMeasure,
  year: string,
  phase: string | null = null,
): NationalFigure | null {
  const group = groups.find((one) => one.cohort === cohort);
  const published = measure === 'ATTENDANCE' ? 'OVERALL_ABSENCE' : measure;
  const figures = group?.figures.find((one) => one.measure === published && one.phase === phase)?.byYear ?? {};
  const [latest, value] = Object.entries(figures)
    .filter(([of]) => of <= year)
    .sort(([a], [b]) => (a < b ? 1 : -1))[0] ?? [null, 0];
  if (!group || latest === null) return null;
  return {
    percent: measure === 'ATTENDANCE' ? Math.round(1000 - 10 * value) / 10 : value,
    of: `${named[measure]} ${group.of}, England${phase === null ? '' : `, ${phase.toLowerCase()} schools`}`,
    year: latest,
    basis: `Published: ${basis}. Ours counts the days on which the status is held. Not adjusted for age, need or income.`,
    source: `${source}, ${url}`,
  };
}
