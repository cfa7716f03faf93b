import { isSmall } from './suppress.js';

/** One group of a table: the children in it, and the schools they are at. */
export interface Cell {
  readonly value: string;
  readonly children: number;
  readonly schools: number;
}

/** What a role that is not entitled to the whole group may be told of one table of one week. */
export interface TableShown {
  /** The groups whose figures are hidden. */
  readonly hidden: ReadonlySet<string>;
  /** Whether it is told which the hidden groups are. */
  readonly named: boolean;
}

/** Of fewer schools than this nothing is told: a school could be made out. */
const FEWEST_SCHOOLS = 3;
/** As many groups as this, nearly all of one child, are not named: their number alone would say how many each has. */
const MOST_OF_ONE = 6;

/** Whether a group is too small for its figures to be told. None is none, and is told. */
export const isTooFew = ({ children, schools }: Omit<Cell, 'value'>): boolean =>
  isSmall(children) || (children > 0 && schools < FEWEST_SCHOOLS);

/**
 * What is hidden of one table: of the groups that have a child, in the order in which they give way. Rounding does not hide:
 * sessions tell nearly exactly how many children a total has, so a group that is hidden alone is what the others leave. So
 * another is hidden with it, the first in that order and not the smallest, lest the choice itself tell of sizes: a child could
 * as well stand in the other, and nothing that is shown would be different. Where every small group has one child, and the
 * other eight, no child could move from either, and a second is hidden.
 */
export function protectTable(cells: readonly Cell[]): TableShown {
  const present = cells.filter(({ children }) => children > 0);
  const few = present.filter(isTooFew);
  const others = present.filter((cell) => !isTooFew(cell));
  const partner = few.length > 0 ? others[0] : undefined;
  const small = few.filter(({ children }) => isSmall(children));
  const stuck = partner?.children === 8 && small.every(({ children }) => children === 1);
  const partners = partner ? others.slice(0, stuck ? 2 : 1) : [];
  const spare = present.reduce((sum, { children }) => sum + children - 1, 0);
  return {
    hidden: new Set([...few, ...partners].map(({ value }) => value)),
    named: present.length < MOST_OF_ONE || spare > 1,
  };
}

/** What is hidden of a table whose children are those of others together: whatever is hidden of one of them. */
export const protectUnion = (tables: readonly TableShown[]): TableShown => ({
  hidden: new Set(tables.flatMap(({ hidden }) => [...hidden])),
  named: tables.every(({ named }) => named),
});
