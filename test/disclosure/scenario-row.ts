import type { Role } from '../../platform/vocabulary/role.js';

/** What stands between a caller and a child whatever connects them. */
export type InTheWay = 'nothing' | 'agreement ended' | 'sealed' | 'adoption' | 'staff family' | 'objection';

/** `who` is a persona with its choices; `through` the relationships the child has; `facets` by name, with spaces between. */
export type Row = readonly [
  rule: string,
  who: Role | `${Role} ${string}`,
  through: string,
  inTheWay: InTheWay,
  seen: string,
  facets: string,
];
