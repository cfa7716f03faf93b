import { AttendanceThresholdKind } from './threshold-kind.js';

/** A threshold of attendance in words, and where it comes from. */
export interface ThresholdRule {
  /** Sessions or school days: the kind says which. */
  readonly limit: number;
  readonly rule: string;
  readonly source: string;
}

const guidance = 'DfE, Working together to improve school attendance (statutory guidance from 19 August 2024)';

/** Every threshold, by kind. A client shows the sentences as they stand here. */
export const thresholdRules: Readonly<Record<AttendanceThresholdKind, ThresholdRule>> = {
  [AttendanceThresholdKind.TEN_SESSIONS_UNAUTHORISED]: {
    limit: 10,
    rule: 'Ten sessions of unauthorised absence (codes G, N, O and U), running or not, within ten school weeks of the school; a school week has at least one session, and the ten may span terms and school years. From here on the school considers, case by case, whether a penalty notice is right; support comes first.',
    source: `${guidance}, national framework for penalty notices.`,
  },
  [AttendanceThresholdKind.TEN_DAYS_UNAUTHORISED]: {
    limit: 10,
    rule: 'Absent without authorisation (codes G, N, O and U) from every session of ten school days running. The school tells the council in its attendance return.',
    source: `${guidance}, attendance returns.`,
  },
  [AttendanceThresholdKind.FIFTEEN_DAYS_ILL]: {
    limit: 15,
    rule: 'Illness (code I) on fifteen school days of a school year, running or not, a day with one session of it included. The school tells the council in its sickness return as soon as it expects as many.',
    source: `${guidance}, sickness returns.`,
  },
  [AttendanceThresholdKind.TWO_DAYS_UNEXPLAINED]: {
    limit: 2,
    rule: 'No reason given yet (code N) for a session on each of two school days running. Somebody asks after the child; the code is replaced within five school days.',
    source: `The partnership’s own; on code N: ${guidance}.`,
  },
};
