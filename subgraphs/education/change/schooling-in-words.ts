import { z } from 'zod';
import type { FactInWords, NotedFact } from '../../../platform/record/fact-changes.js';
import { daysInWords } from '../../../platform/vocabulary/days-in-words.js';

/** A change of what a school's roll tells. */
export interface NotedAtSchool extends NotedFact {
  /** Null for a school that is in no register of schools. */
  readonly schoolName: string | null;
}

const roll = z.object({ urn: z.string(), entry_on: z.string(), until_on: z.string().nullable() });
const shown = z.object({ urn: z.string(), sen_provisions: z.array(z.object({ provision: z.string() })) });

const provisions = new Map([
  ['NONE', 'No special educational provision'],
  ['SEN_SUPPORT', 'SEN support'],
  ['EHC_PLAN', 'Education, health and care plan'],
]);

type InWords = FactInWords<NotedAtSchool>;

const schoolOf = (urn: string, { schoolName }: NotedAtSchool): string => schoolName ?? `School ${urn}`;

/** How what changed on rolls is told: at which school and on which days, and which provision the school shows last. */
export const schoolingInWords: ReadonlyMap<string, InWords> = new Map<string, InWords>([
  [
    'ENROLMENT',
    {
      facet: null,
      what: () => 'On the roll of a school',
      takenBack: 'An entry on a school’s roll was taken back',
      say(values, noted) {
        const { urn, entry_on: from, until_on: until } = roll.parse(values);
        return `${schoolOf(urn, noted)}, ${daysInWords(from, until)}`;
      },
      source: (values, noted) => schoolOf(roll.parse(values).urn, noted),
    },
  ],
  [
    'SEN_PROVISION',
    {
      facet: null,
      what: () => 'Special educational provision',
      takenBack: 'Special educational provision was taken back',
      say(values) {
        const last = shown.parse(values).sen_provisions.at(-1);
        return last ? (provisions.get(last.provision) ?? last.provision) : null;
      },
      source: (values, noted) => schoolOf(shown.parse(values).urn, noted),
    },
  ],
]);
