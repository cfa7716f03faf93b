import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import { SchoolRow } from './school.row.js';

/** What of a school's row a read brings back. */
export const shownSchool = Columns.of(SchoolRow).without(
  'status',
  'establishmentNumber',
  'openedOn',
  'closedOn',
  'lowestAge',
  'highestAge',
  'postcode',
);

type Shown = RowOf<typeof shownSchool>;

/** A school as a read brings it back: all but its number is null where the register we hold does not have it. */
export type StoredSchool = Pick<Shown, 'urn'> & {
  readonly [Column in Exclude<keyof Shown, 'urn'>]: Shown[Column] | null;
};
