import type { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';

/** A status held over days: half-open, `until` is the first day it was no longer held, null while it is. YYYY-MM-DD. */
export interface StatusSpan {
  readonly status: SocialCareStatus;
  readonly from: string;
  readonly until: string | null;
}

/** Whether a status was held on a day. */
export function openOn({ from, until }: StatusSpan, on: string): boolean {
  return from <= on && (until === null || on < until);
}

const byStatusThenDay = (a: StatusSpan, b: StatusSpan): number =>
  a.status === b.status ? compare(a.from, b.from) : compare(a.status, b.status);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const later = (a: string | null, b: string | null): string | null => (a === null || b === null ? null : a > b ? a : b);

/**
 * The same days held, in as few spans as can say so: spans of one status that overlap or touch become one, spans that
 * hold no day are left out, oldest first. Spans of different statuses are never merged: a child may have several.
 */
export function mergeSpans(spans: readonly StatusSpan[]): StatusSpan[] {
  const merged: StatusSpan[] = [];
  const held = spans.filter(({ from, until }) => until === null || from < until);
  for (const { status, from, until } of held.sort(byStatusThenDay)) {
    const last = merged.at(-1);
    if (last?.status === status && (last.until === null || from <= last.until)) {
      merged[merged.length - 1] = { status, from: last.from, until: later(last.until, until) };
    } else {
      merged.push({ status, from, until });
    }
  }
  return merged.sort((a, b) => compare(a.from, b.from));
}
