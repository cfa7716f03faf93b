import { z } from 'zod';
import { codeSet } from './code-set.js';
import type { NationalFigure } from './national-figure.js';
import { latestRate, ratesByYear } from './published-rate.js';

const SHAPE = z.object({
  source: z.string(),
  url: z.url(),
  basis: z.string(),
  // What was not read where it was published is never set beside anything.
  verified: z.literal(true),
  overallAbsence: z.array(z.object({ phase: z.string(), byYear: ratesByYear })),
});

const { source, url, basis, overallAbsence } = codeSet('national_absence', SHAPE);

/**
 * Attendance published for all pupils in England of one phase (`Primary`, `Secondary`): what overall absence leaves of the
 * possible sessions, for an academic year or the latest before it. Null where none is published for that phase. Source: DfE,
 * Pupil absence in schools in England.
 */
export function nationalAttendance(year: string, phase: string | null): NationalFigure | null {
  const found = overallAbsence.find((one) => one.phase === phase);
  const latest = found ? latestRate(found.byYear, year) : null;
  if (!found || !latest) return null;
  return {
    percent: Math.round(10_000 - 100 * latest.rate) / 100,
    of: `Attendance of all pupils, England, ${found.phase.toLowerCase()} schools`,
    year: latest.year,
    basis: `Published: ${basis}. Not adjusted for age, need or income. A year that is not over has had other months.`,
    source: `${source}, ${url}`,
  };
}
