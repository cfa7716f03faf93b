const written = (count: number): string => count.toLocaleString('en-GB');

/** How long a text may be, and where it is a list, how many it may have. */
export interface TextLimit {
  readonly longest: number;
  readonly most: number | null;
}

/**
 * The description of an argument or input field that takes a text or an id, with its limit, in characters. What the
 * description says is what is enforced, to the letter: see `boundTexts`.
 */
export const upTo = (longest: number, meaning: string): string => `${meaning} At most ${written(longest)} characters.`;

/** The same of a list: how many, and how long each may be. */
export const manyUpTo = (most: number, longest: number, meaning: string): string =>
  `${meaning} At most ${written(most)}, each of at most ${written(longest)} characters.`;

/** The limit a description ends with; null where it says none. */
export function limitSaid(description: string | null | undefined): TextLimit | null {
  const said = /(?:At most ([\d,]+), each of at most|At most) ([\d,]+) characters\.$/.exec(description ?? '');
  if (!said) return null;
  const number = (text: string): number => Number(text.replaceAll(',', ''));
  return { most: said[1] === undefined ? null : number(said[1]), longest: number(said[2] ?? '') };
}

/** An id of the hub's own, and every other key it gives out. */
export const idLength = 100;

/** A key that a client makes up so that a change is made once. */
export const keyLength = 200;

/** A name, or a number somebody is known by. */
export const nameLength = 100;
