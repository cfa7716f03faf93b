import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import type { NoticeFact } from '../../../platform/vocabulary/notice-fact.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import type { StatusSpan } from './intervals.js';

/** A status and whose record says it. */
export interface RecordedSpan extends StatusSpan {
  readonly recordId: string;
}

/** What is an open case of children's social care. Early help is none, nor is what comes after care. */
const OPEN: readonly SocialCareStatus[] = [
  SocialCareStatus.LOOKED_AFTER,
  SocialCareStatus.CHILD_PROTECTION,
  SocialCareStatus.CHILD_IN_NEED,
  SocialCareStatus.ASSESSMENT,
];

/**
 * Each time the case of a child was closed: the first day on which no status of an open case was held after one that was.
 * A case goes on from one status to the next. Its key is the day the case began, so that a closing day that is put right
 * stays the same fact. What the statuses were is not told.
 */
export function casesClosed(spans: readonly RecordedSpan[]): NoticeFact[] {
  return casesOf(spans).flatMap(({ recordId, from, until }) =>
    until === null
      ? []
      : {
          ...{ key: `case-closed/${from}`, recordId, kind: 'SOCIAL_CARE_CLOSED' as const },
          ...{ happenedOn: until, organisation: null },
          fact: `Children’s social care ended its work with the child on ${dayInWords(until)}.`,
        },
  );
}

type Case = Omit<RecordedSpan, 'status'>;

/** The days on which a case was open, as few spans as can say so, by the record that it began in. */
function casesOf(spans: readonly RecordedSpan[]): Case[] {
  const cases: Case[] = [];
  const open = spans.filter(({ status, from, until }) => OPEN.includes(status) && (until === null || from < until));
  const placed = ({ from, recordId }: Case): string => `${from} ${recordId}`;
  for (const { recordId, from, until } of [...open].sort((a, b) => (placed(a) < placed(b) ? -1 : 1))) {
    const last = cases.at(-1);
    if (!last || (last.until !== null && last.until < from)) cases.push({ recordId, from, until });
    else if (last.until !== null && (until === null || until > last.until))
      cases[cases.length - 1] = { ...last, until };
  }
  return cases;
}
