/** What the names in braces stand for, once an answer has said it. */
export type Names = ReadonlyMap<string, string>;

const named = /^\{[a-z ]+\}$/;
const more = '…';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * The names once an answer is read by what the page shows of it; null where the answer is another. The page may leave fields
 * out, and entries of a list that ends with "…"; a name it uses for the first time stands for what is there.
 */
export function readBy(shown: unknown, answer: unknown, names: Names): Names | null {
  if (typeof shown === 'string' && named.test(shown)) return readName(shown, answer, names);
  if (Array.isArray(shown)) return Array.isArray(answer) ? readList(shown, answer, names) : null;
  if (!isObject(shown)) return shown === answer ? names : null;
  if (!isObject(answer)) return null;
  let known: Names | null = names;
  for (const [field, value] of Object.entries(shown))
    known = known && field in answer ? readBy(value, answer[field], known) : null;
  return known;
}

function readName(name: string, answer: unknown, names: Names): Names | null {
  const known = names.get(name);
  if (known !== undefined) return known === answer ? names : null;
  return typeof answer === 'string' && answer !== '' ? new Map([...names, [name, answer]]) : null;
}

function readList(shown: readonly unknown[], answer: readonly unknown[], names: Names): Names | null {
  const [first, ...rest] = shown;
  if (shown.length === 0) return answer.length === 0 ? names : null;
  if (first === more) return names;
  const goesOn = shown.at(-1) === more;
  for (const [at, one] of answer.entries()) {
    const known = readBy(first, one, names);
    const read = known && readList(rest, answer.slice(at + 1), known);
    if (read) return read;
    if (!goesOn) return null;
  }
  return null;
}

/** Variables of the page with what the names in them stand for. */
export function filledIn(shown: unknown, names: Names): unknown {
  if (typeof shown === 'string') return named.test(shown) ? (names.get(shown) ?? shown) : shown;
  if (Array.isArray(shown)) return shown.map((one) => filledIn(one, names));
  if (!isObject(shown)) return shown;
  return Object.fromEntries(Object.entries(shown).map(([field, value]) => [field, filledIn(value, names)]));
}
