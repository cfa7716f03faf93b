import { CsvTable, type CsvRow } from '../write/csv-table.js';

const column = <const Name extends string>(name: Name, meaning: string, example: string) =>
  ({ name, required: name === 'id', meaning, example }) as const;

/** What an agency holds of who a child is: the fields that `hub match` knows (contract.md), any of them but the id blank. */
export const personColumns = [
  column('id', 'The record, and nothing of the child: E, H or S and a shuffled number', 'E000417'),
  column('given', 'Given name as written down, sometimes a short form or with the second name', 'Katie'),
  column('family', 'Family name as written down', 'Lloyd-Hughes'),
  column('previousFamily', 'An earlier family name, where the agency noted one', 'Hughes'),
  column('dateOfBirth', 'ISO date; blank before birth', '2014-03-09'),
  column('sex', 'F or M', 'F'),
  column('postcode', 'A postcode of ZX, which does not exist', 'ZX4 7QD'),
  column('address', 'Flat, house and street in the agency’s own style', 'Flat 2, 14 High Street'),
  column('town', 'A town of the fictional council', 'Aldermere'),
  column('email', 'Of a parent; of the child once grown and living apart', 'ann.hughes7@example.org'),
  column('phone', 'Of a parent; of the child once grown and living apart', '01632 481516'),
  column('upn', 'Unique Pupil Number; domain.md §1.7', 'C990200119101'),
  column('nhsNumber', 'NHS number of the test range 999; domain.md §1.7', '9990010013'),
] as const;

export const personTable = new CsvTable(personColumns);

/** One record, without its id. */
export type PersonRecord = Required<Omit<CsvRow<typeof personColumns>, 'id'>>;
