// Terms end where schools' do not all agree; a plan belongs to one of three a year all the same. The months are ours.
const TERMS = [
  { name: 'Spring', firstMonth: 1, yearBegan: -1 },
  { name: 'Summer', firstMonth: 4, yearBegan: -1 },
  { name: 'Autumn', firstMonth: 9, yearBegan: 0 },
] as const;

const TERM = /^(\d{4})\/(\d{2}) (?:Autumn|Spring|Summer)$/;

/** The term a day belongs to, as PEP returns write it: `2026/27 Autumn` is September to December 2026. */
export function termOf(on: string): string {
  const month = Number(on.slice(5, 7));
  const { name, yearBegan } = TERMS.findLast(({ firstMonth }) => month >= firstMonth) ?? TERMS[0];
  const first = Number(on.slice(0, 4)) + yearBegan;
  return `${String(first)}/${String((first + 1) % 100).padStart(2, '0')} ${name}`;
}

/** Whether a source's word names a term: `2026/27 Autumn`, the second year following the first. */
export function isTerm(text: string): boolean {
  const [, first, second] = TERM.exec(text) ?? [];
  return first !== undefined && (Number(first) + 1) % 100 === Number(second);
}
