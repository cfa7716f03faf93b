import type { Person } from './matcher.js';
import { WrongUsage } from '../wrong-usage.js';

/** What a person file may say of a person: the matcher's own names, which are its headers unless others are mapped. */
export const personFields = [
  'id',
  'given',
  'family',
  'previousFamily',
  'dateOfBirth',
  'sex',
  'postcode',
  'address',
  'town',
  'email',
  'phone',
  'upn',
  'nhsNumber',
] as const satisfies readonly (keyof Person)[];

export type PersonField = (typeof personFields)[number];

/** Which column holds a field, where it is not headed by the field's own name. */
export type FieldMap = ReadonlyMap<PersonField, string>;

const isField = (word: string): word is PersonField => personFields.some((field) => field === word);

/**
 * Reads `given=First Name,family=Last Name`. A comma parts two entries only where `word=` follows it, so that a column
 * may have one in its name. Throws WrongUsage for what is no entry, no field, or said twice.
 */
export function readFieldMap(texts: readonly string[]): FieldMap {
  const map = new Map<PersonField, string>();
  for (const entry of texts.flatMap((text) => text.split(/,(?=\s*\w+\s*=)/))) {
    const [, field = '', column = ''] = /^\s*(\w+)\s*=\s*(\S[^]*?)\s*$/.exec(entry) ?? [];
    if (column === '')
      throw new WrongUsage("--map takes field=column, such as --map 'given=First Name,family=Surname'.");
    if (!isField(field))
      throw new WrongUsage(`--map names ${field}, which is no field: use ${personFields.join(', ')}.`);
    if (map.has(field)) throw new WrongUsage(`--map names the field ${field} twice.`);
    if ([...map.values()].includes(column)) throw new WrongUsage(`--map names the column "${column}" twice.`);
    map.set(field, column);
  }
  return map;
}
