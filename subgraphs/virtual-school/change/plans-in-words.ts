import { z } from 'zod';
import type { FactInWords, NotedFact } from '../../../platform/record/fact-changes.js';
import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';

const plan = z.object({
  ...{ term: z.string(), due_on: z.string(), completed_on: z.string().nullable() },
  ...{ signed_off_on: z.string().nullable(), quality: z.string().nullable() },
});

/** How what changed in Personal Education Plans is told: when one is due, was completed and signed off, and how it was judged. */
export const plansInWords: ReadonlyMap<string, FactInWords<NotedFact>> = new Map<string, FactInWords<NotedFact>>([
  [
    'PEP',
    {
      facet: null,
      what: (values) => `Personal Education Plan, ${plan.parse(values).term}`,
      takenBack: 'A Personal Education Plan was taken back',
      say(values) {
        const { due_on: due, completed_on: completed, signed_off_on: signed, quality } = plan.parse(values);
        return [
          completed === null ? `Due on ${dayInWords(due)}` : `Completed on ${dayInWords(completed)}`,
          ...(signed === null ? [] : [`signed off on ${dayInWords(signed)}`]),
          ...(quality === null ? [] : [`quality ${quality.toLowerCase()}`]),
        ].join(', ');
      },
      source: () => 'The virtual school',
    },
  ],
]);
