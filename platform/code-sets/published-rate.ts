import { z } from 'zod';

/** A rate by the academic year it was published for, such as `2023/24`. */
export const ratesByYear = z.record(z.string().regex(/^\d{4}\/\d{2}$/), z.number());

/** The rate of an academic year, or the latest before it, with the year it is of; null where there is none. */
export function latestRate(
  byYear: z.infer<typeof ratesByYear>,
  year: string,
): { readonly year: string; readonly rate: number } | null {
  const [latest] = Object.entries(byYear)
    .filter(([of]) => of <= year)
    .sort(([a], [b]) => (a < b ? 1 : -1));
  return latest ? { year: latest[0], rate: latest[1] } : null;
}
