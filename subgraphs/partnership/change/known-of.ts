/** What is shown of a page of one domain's list, and the place that list goes on after; null where it is at its end. */
export interface ShownPage<Placed extends { readonly place: string }> {
  readonly shown: readonly Placed[];
  readonly after: string | null;
}

/**
 * One list of several, each in the order of its places: as far as all of them are known, which is to where the first of those
 * breaks off that go on. What another told beyond it is told again from there.
 */
export function knownOf<Placed extends { readonly place: string }>(
  pages: readonly ShownPage<Placed>[],
): { readonly known: Placed[]; readonly goOn: string | null } {
  const goOn = pages.flatMap(({ after }) => after ?? []).sort()[0] ?? null;
  const known = pages
    .flatMap(({ shown }) => shown)
    .filter(({ place }) => goOn === null || place <= goOn)
    .sort((one, other) => (one.place < other.place ? -1 : 1));
  return { known, goOn };
}
