import type { Read } from '../db/unit-of-work.js';
import { schemaOf } from '../db/names.js';
import type { Cube } from '../access/cube.js';

/** Asks a cube's function, of whose rows each is one JSON value. */
export function readOfCube<Row>(
  { domain, name }: Pick<Cube, 'domain' | 'name'>,
  question: string,
  parse: (row: unknown) => Row,
): Read<Row> {
  return {
    name: `cube.${domain}.${name}`,
    text: `select figures from "${schemaOf(domain)}"."cube_${name}"($1) figures`,
    values: [question],
    parse: (row) => parse((row as { readonly figures: unknown }).figures),
  };
}
