import { SaxesParser } from 'saxes';
import { InvalidInput } from '../errors/hub-error.js';
import { readText } from './text-file.js';

/** An element of an XML file with everything in it: its own text, and its child elements in order. */
export interface XmlElement {
  /** Without the prefix of its namespace: systems write `<c:Child>` for `<Child>`. */
  readonly name: string;
  /** One-based line on which its opening tag ends. */
  readonly line: number;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** The trimmed text of the first child element of that name, or the empty string. */
export function textOf(element: XmlElement | undefined, name: string): string {
  return element?.children.find((child) => child.name === name)?.text.trim() ?? '';
}

/** The child elements of any of the names, in order. */
export function childrenOf(element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  return element?.children.filter((child) => names.includes(child.name)) ?? [];
}

interface Open {
  name: string;
  line: number;
  text: string;
  children: XmlElement[];
}

/**
 * Streams the outermost elements of the given names, each as soon as it is complete; what lies around them is never
 * held. A document type declaration is refused, so that no entity is ever declared, let alone expanded. Throws
 * InvalidInput with file and line where the XML is broken or cut off.
 */
export async function* readElements(file: string, names: ReadonlySet<string>): AsyncGenerator<XmlElement> {
  const complete: XmlElement[] = [];
  const parser = elementParser(file, names, complete);
  for await (const chunk of readText(file)) {
    if (chunk.includes('\uFFFD')) throw broken(file, parser.line, 'it is not UTF-8 text');
    parser.write(chunk);
    yield* complete.splice(0);
  }
  parser.close();
  yield* complete.splice(0);
}

function elementParser(file: string, names: ReadonlySet<string>, complete: XmlElement[]): SaxesParser {
  const parser = new SaxesParser();
  const open: Open[] = [];
  parser.on('error', () => {
    throw broken(file, parser.line, 'it is not well-formed XML, or has been cut off');
  });
  parser.on('doctype', () => {
    throw broken(file, parser.line, 'it has a document type declaration, which no return has');
  });
  parser.on('opentag', (tag) => {
    const name = tag.name.slice(tag.name.indexOf(':') + 1);
    if (open.length > 0 || names.has(name)) open.push({ name, line: parser.line, text: '', children: [] });
  });
  const addText = (text: string): void => {
    const innermost = open.at(-1);
    if (innermost) innermost.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed) (open.at(-1)?.children ?? complete).push(closed);
  });
  return parser;
}

function broken(file: string, line: number, why: string): InvalidInput {
  return new InvalidInput(`${file} is refused at line ${String(line)}: ${why}.`, { file, line });
}
