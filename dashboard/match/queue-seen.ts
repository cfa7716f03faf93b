/** The queue as far as somebody went through it, the first first: by what was shown to them, and no further. */
export interface QueueSeen {
  readonly ids: readonly string[];
  /** Whether it may go on. */
  readonly more: boolean;
}

/** So many places are remembered of one session: who goes on further is told of none. */
const most = 500;

/**
 * The queue with one page more of it, which begins after a review or is the first. How many wait is not asked of the graph: whoever
 * may not see a child must not learn from a number that the child is there, and to be shown all of them only to count them
 * would be on record as a look at each. Undefined where nothing is known of what comes before the page.
 */
export function queueSeen(
  seen: QueueSeen | undefined,
  {
    after,
    ids,
    pageSize,
  }: { readonly after: string | null; readonly ids: readonly string[]; readonly pageSize: number },
): QueueSeen | undefined {
  const more = ids.length === pageSize;
  if (after === null) return { ids, more };
  const at = seen?.ids.indexOf(after) ?? -1;
  if (seen === undefined || at < 0) return undefined;
  const all = [...seen.ids.slice(0, at + 1), ...ids];
  return all.length > most ? undefined : { ids: all, more };
}

/** The queue without a review that waits no more. */
export const withoutReview = (seen: QueueSeen | undefined, id: string): QueueSeen | undefined =>
  seen && { ...seen, ids: seen.ids.filter((each) => each !== id) };

/** `3 of 12`; `3 of 25 or more` where the queue may go on; null of a review that was not seen in it. */
export function placeText(seen: QueueSeen | undefined, id: string): string | null {
  const at = seen?.ids.indexOf(id) ?? -1;
  if (seen === undefined || at < 0) return null;
  const count = String(seen.ids.length);
  return `${String(at + 1)} of ${seen.more ? `${count} or more` : count}`;
}
