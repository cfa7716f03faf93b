import { InvalidInput } from '../../platform/errors/hub-error.js';
import { refuseOtherText } from '../../platform/ingest/file-kind.js';
import { type FieldMap, type PersonField, personFields } from './field-map.js';

/** Where a person file holds which field, and the headers nothing is read from. */
export interface Columns {
  readonly width: number;
  readonly positions: ReadonlyMap<PersonField, number>;
  readonly ignored: readonly string[];
}

/**
 * A mapped column comes before a header that is a field's own name, and serves that field alone. Throws InvalidInput
 * where a mapped column is missing (unless the file has the field under its own name), a column that is read stands
 * twice, or there is nothing to compare.
 */
export function columnsOf(file: string, header: readonly string[], map: FieldMap): Columns {
  refuseOtherText(file, header, [...personFields, ...map.values()]);
  const positions = new Map<PersonField, number>();
  const take = (field: PersonField, column: string): void => {
    const at = header.indexOf(column);
    if (at === -1 || [...positions.values()].includes(at)) return;
    if (header.lastIndexOf(column) !== at)
      throw new InvalidInput(`${file} has the column "${column}" twice.`, { file });
    positions.set(field, at);
  };
  for (const [field, column] of map) take(field, column);
  for (const field of personFields) if (!positions.has(field)) take(field, field);
  for (const [field, column] of map)
    if (!positions.has(field))
      throw new InvalidInput(`${file} has no column "${column}", which --map names for ${field}.`, { file });
  refuseNothingToCompare(file, positions);
  const used = new Set(positions.values());
  const ignored = header.filter((name, at) => name !== '' && !used.has(at));
  return { width: header.length, positions, ignored };
}

/** The headers are not repeated here: in a file without any they are the first child's values. */
function refuseNothingToCompare(file: string, positions: Columns['positions']): void {
  if ([...positions.keys()].some((field) => field !== 'id')) return;
  const fields = personFields.filter((field) => field !== 'id').join(', ');
  throw new InvalidInput(
    `${file} has no column to compare people by: head its columns ${fields}, or name them with --map 'given=First Name,…'.`,
    { file },
  );
}
