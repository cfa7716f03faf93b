/**
 * What a death ends, for every domain alike: a fact counts until the earlier of its own end and the day of death. The
 * rows stay as they were written, so that a date taken back, or a record that turns out to be another child's, leaves
 * everything as it was. Dates are YYYY-MM-DD, which compare as text; `diedOn` is null for a child not known to have
 * died.
 */

/** The end of what was held until a day, or is still (null): no later than the day of death. */
export function endInLife(until: string | null, diedOn: string | null): string | null {
  if (until === null || diedOn === null) return until ?? diedOn;
  return until < diedOn ? until : diedOn;
}

/** Facts held over days, `[from, until)`, as the life held them: what would hold no day any more is left out. */
export function withinLife<Held extends { readonly from: string; readonly until: string | null }>(
  facts: readonly Held[],
  diedOn: string | null,
): Held[] {
  if (diedOn === null) return [...facts];
  return facts.filter(({ from }) => from < diedOn).map((fact) => ({ ...fact, until: endInLife(fact.until, diedOn) }));
}

/** The day on which what counts up to today stops counting: today, or the day of death where that was earlier. */
export function lastDayCounted(today: string, diedOn: string | null): string {
  return diedOn !== null && diedOn < today ? diedOn : today;
}

/** Whether what happened on a day counts: a session of the day of death still does, none after it. */
export function countsInLife(on: string, diedOn: string | null): boolean {
  return diedOn === null || on <= diedOn;
}

/** Whether the child had died by a day, the day of death included: nothing of the present holds any more then. */
export function hasDied(diedOn: string | null, on: string): boolean {
  return diedOn !== null && diedOn <= on;
}
