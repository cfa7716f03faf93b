/** Who a row of a return says that one of the council's numbers is: birth date, sex, pupil number; blank where not said. */
export type Words = readonly string[];

const differ = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;

/**
 * The numbers that a return gives to two children. A return holds one record a child and joins the rest to it by the
 * number, so that nobody can then say whose the rest is: neither child is taken, whichever stands first.
 */
export class SharedNumbers {
  private readonly told = new Map<string, Words>();
  private readonly two = new Set<string>();

  add(number: string, words: Words): void {
    const before = this.told.get(number);
    if (!before) this.told.set(number, words);
    else if (words.some((word, at) => differ(word, before[at] ?? ''))) this.two.add(number);
  }

  has(number: string): boolean {
    return this.two.has(number);
  }
}
