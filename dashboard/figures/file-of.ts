import type { Shown } from '../gateway/shown.js';

/** The groups that were told; none where there is none. */
export const listOf = <Row>(rows: readonly Row[]): Shown<readonly Row[]> =>
  rows.length === 0 ? { kind: 'none', seesAll: false } : { kind: 'held', value: rows };

/** The first and last day, as figures of groups have them. */
export const periodOf = (from: string, to: string): string => `${from} to ${to}`;

/** What the cells of a list say alike of themselves: the first one’s. */
export const basisOf = (cells: readonly { readonly basis: string }[]): string => cells[0]?.basis ?? 'No group is told';
