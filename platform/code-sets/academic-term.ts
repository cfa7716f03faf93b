import { Temporal } from 'temporal-polyfill';
import type { Days } from './attendance-measures.js';

// Terms end where schools' do not all agree; a day belongs to one of three a year all the same. The months are ours.
const TERMS = [
  { name: 'Spring', firstMonth: 1, lastDay: '03-31', yearBegan: -1 },
  { name: 'Summer', firstMonth: 4, lastDay: '08-31', yearBegan: -1 },
  { name: 'Autumn', firstMonth: 9, lastDay: '12-31', yearBegan: 0 },
] as const;

const TERM = /^(\d{4})\/(\d{2}) (Autumn|Spring|Summer)$/;

/**
 * The term a day belongs to, as returns write it: `2026/27 Autumn` is September to December 2026, Spring January to March,
 * Summer April to August.
 */
export function academicTerm(on: string): string {
  const month = Number(on.slice(5, 7));
  const { name, yearBegan } = TERMS.findLast(({ firstMonth }) => month >= firstMonth) ?? TERMS[0];
  const first = Number(on.slice(0, 4)) + yearBegan;
  return `${String(first)}/${String((first + 1) % 100).padStart(2, '0')} ${name}`;
}

/** The term of a school week, by its Monday: the one its Wednesday is in, as most of its days are. */
export const termOfWeek = (monday: string): string =>
  academicTerm(Temporal.PlainDate.from(monday).add({ days: 2 }).toString());

/** The first and the last day of a term, both inclusive; null for a text that names none (the second year follows the first). */
export function daysOfTerm(term: string): Days | null {
  const [, first, second, name] = TERM.exec(term) ?? [];
  const rule = TERMS.find((one) => one.name === name);
  if (!rule || (Number(first) + 1) % 100 !== Number(second)) return null;
  const year = String(Number(first) - rule.yearBegan);
  return { from: `${year}-${String(rule.firstMonth).padStart(2, '0')}-01`, to: `${year}-${rule.lastDay}` };
}
