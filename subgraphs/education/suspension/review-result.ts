import { z } from 'zod';
import { codeSet } from '../../../platform/code-sets/code-set.js';

const { reviewResult: labels } = codeSet(
  'exclusion_codes',
  z.object({ reviewResult: z.record(z.string(), z.string()) }),
);

// By the governing board alone: it upheld the exclusion, or reinstated the pupil, who came back or did not.
const byTheBoard = ['A', 'E', 'H'];
const reinstatedByTheBoard = ['E', 'H'];

/** The published codes of what came of a review. Source: the school census's review results. */
export const reviewResults: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(labels).map((code) => [code, code]),
);

/** What a code means, in the published words. */
export const resultLabel = (code: string): string => labels[code] ?? code;

/** Whether it came of a review by an independent panel. */
export const isOfPanel = (code: string): boolean => !byTheBoard.includes(code);

/** Whether the governing board, at its first review, declined to reinstate the pupil. */
export const wasUpheldByBoard = (code: string): boolean => !reinstatedByTheBoard.includes(code);
