import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { HubError, InvalidInput } from '../errors/hub-error.js';
import { emptyFile, refuseNonText } from './file-kind.js';

/** The encodings partners' files come in. A byte order mark always means UTF-8. */
export type TextEncoding = 'utf-8' | 'windows-1252';

/**
 * A file's text, piece by piece, without a byte order mark. Bytes that are not of the encoding become U+FFFD,
 * so that one bad record need not cost the file. Throws InvalidInput where the file cannot be read, holds nothing, or is
 * not text: what it is instead is said.
 */
export async function* readText(file: string, encoding: TextEncoding = 'utf-8'): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      if (!decoder) {
        refuseNonText(file, chunk);
        decoder = new TextDecoder(hasByteOrderMark(chunk) ? 'utf-8' : encoding);
      }
      yield decoder.decode(chunk, { stream: true });
    }
  } catch (cause) {
    if (cause instanceof HubError) throw cause;
    throw new InvalidInput(`${file} cannot be read: check that it exists and may be opened.`, { file }, { cause });
  }
  if (!decoder) throw emptyFile(file);
  yield decoder.decode();
}

function hasByteOrderMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
