/** What tells least gives way first, when a group has to be hidden beside a small one: its value. */
const first: readonly string[] = ['', 'UNKNOWN', 'Not applicable', 'NONE', 'NO'];

/** The order in which groups of one dimension give way: those that tell least first, then by name. */
export function givesWayBefore(one: { readonly value: string }, other: { readonly value: string }): number {
  const [a, b] = [one, other].map(({ value }) => (first.includes(value) ? first.indexOf(value) : first.length));
  return (a ?? 0) - (b ?? 0) || (one.value < other.value ? -1 : 1);
}
