import { z } from 'zod';
import { isDay } from '../words/dates.js';

/** A text that is there; `must` goes on from the parameter’s name. */
const given = (must: string) => z.string({ error: must });

const dayWords = 'must be a date written yyyy-mm-dd';
export const day = given(dayWords).refine(isDay, dayWords);

const yearWords = 'must be a school year written 2026/27';
export const schoolYear = given(yearWords).regex(/^\d{4}\/\d{2}$/, yearWords);

const termWords = 'must be a term written 2026/27 Autumn';
export const term = given(termWords).regex(/^\d{4}\/\d{2} (Autumn|Spring|Summer)$/, termWords);

const urnWords = 'must be the URN of a school, in digits';
export const urn = given(urnWords).regex(/^\d{1,10}$/, urnWords);

/** One of the graph’s words. */
export const oneOf = <Word extends string>(words: readonly [Word, ...Word[]]) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });

/** What figures are divided by: some of the graph’s words, a comma between them; nothing where it is left out. */
export const divided = <Word extends string>(words: readonly [Word, ...Word[]], most: number) => {
  const must = `must be at most ${String(most)} of ${words.join(', ')}, a comma between them`;
  return z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((word) => word !== ''))
    .pipe(z.array(z.enum(words, { error: must })).max(most, must));
};
