import type { DateBounds } from './bounds.js';
import type { MapResult, Parsed, Place, Rejection, SourceFormat } from './record.js';

/** One record of a source's files, read and judged by itself. */
export interface Judged<Fact> {
  readonly place: Place;
  readonly result: MapResult<Fact>;
}

const isRejection = <Fields>(parsed: Parsed<Fields> | Rejection): parsed is Rejection => 'rule' in parsed;

/** Streams a source's files through parse and map. A file that is not of the format throws, as parse does. */
export async function* judge<Fields, Fact>(
  format: SourceFormat<Fields, Fact>,
  files: readonly string[],
  bounds: DateBounds,
): AsyncGenerator<readonly Judged<Fact>[]> {
  for await (const piece of format.parse(files))
    yield piece.map((parsed) => ({
      place: { file: parsed.file, line: parsed.line },
      result: isRejection(parsed) ? { rejected: [parsed] } : format.map(parsed, bounds),
    }));
}
