/** Sorts the children that keys of other kinds lead to, as `access.open` answered them, by whether they may be seen. */
export function subjectsOf(
  subjects: readonly (readonly [key: string, child: string | null])[],
  verdicts: ReadonlyMap<string, unknown>,
): { readonly childOf: ReadonlyMap<string, string>; readonly withheld: ReadonlySet<string> } {
  return {
    childOf: new Map(subjects.flatMap(([key, child]) => (child !== null && verdicts.has(child) ? [[key, child]] : []))),
    withheld: new Set(subjects.flatMap(([key, child]) => (child !== null && verdicts.has(child) ? [] : [key]))),
  };
}

/** Where a page says, by a key that leads to nobody, that it may go on. */
export function placeAfter(subjects: readonly (readonly [key: string, child: string | null])[]): string | null {
  const [, place = null] = subjects.map(([key]) => /^more (.+)$/.exec(key)).find((found) => found !== null) ?? [];
  return place;
}
