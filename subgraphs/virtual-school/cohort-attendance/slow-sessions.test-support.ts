import { attendanceCode } from '../../../platform/code-sets/attendance-codes.js';
import type { KeptFacts } from './read-model.js';

/** A half of a day, with the mark that counts. */
export interface Half {
  readonly on: string;
  readonly code: string;
  readonly urn: string;
  readonly category: string;
}

/** The day so many days after another. */
export const plus = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);
const count = <One>(all: readonly One[], counts: (one: One) => boolean): number => all.filter(counts).length;
const attendedWords = ['PRESENT', 'APPROVED_EDUCATIONAL_ACTIVITY'];
const ranked = [
  attendedWords,
  ['AUTHORISED_ABSENCE'],
  ['UNAUTHORISED_ABSENCE'],
  ['NOT_A_POSSIBLE_ATTENDANCE'],
  ['ADMINISTRATIVE'],
];
/** Whether a roll is of a school that leads. */
export const isMain = ({ status }: { status: string }): boolean =>
  status.startsWith('CURRENT') && !status.endsWith('SUBSIDIARY');

/** Which mark counts of each half of a day, and what such halves come to, as slowly as it is said. For tests alone. */
export class SlowSessions {
  /** What was found of a half of a day: looking at it again would find the same. */
  private readonly found = new Map<string, Half | null>();

  constructor(
    private readonly kept: Pick<KeptFacts, 'registers' | 'rolls'>,
    private readonly diedOn: string | null,
  ) {}

  /** R2, R2b: the mark that counts of one half of a day. */
  private half(on: string, half: number): Half | null {
    const known = this.found.get(`${on} ${String(half)}`);
    if (known !== undefined) return known;
    const made = this.find(on, half);
    this.found.set(`${on} ${String(half)}`, made);
    return made;
  }

  private find(on: string, half: number): Half | null {
    if (this.diedOn !== null && on > this.diedOn) return null;
    const made = this.kept.registers.flatMap(({ weekBeginning, schoolUrn, codes }) => {
      const at = [0, 1, 2, 3, 4].find((day) => plus(weekBeginning, day) === on);
      const code = at === undefined ? null : codes[2 * at + half];
      const rolls = this.kept.rolls.filter((roll) => roll.schoolUrn === schoolUrn);
      const bounded = rolls.filter(({ status }) => status !== 'UNKNOWN');
      const open = bounded.filter((roll) => roll.from <= on && (roll.until === null || on < roll.until));
      if (!code || rolls.length === 0 || (bounded.length > 0 && open.length === 0)) return [];
      const category: string = attendanceCode(code, on)?.category ?? '';
      const rank = ranked.findIndex((words) => words.includes(category));
      return [
        { on, code, urn: schoolUrn, category, order: [rank, open.some(isMain) ? 0 : 1, schoolUrn, code].join(' ') },
      ];
    });
    return made.find((one) => made.every((other) => one.order <= other.order)) ?? null;
  }

  halves(days: readonly string[]): Half[] {
    return days.flatMap((on) => [0, 1].flatMap((half) => this.half(on, half) ?? []));
  }

  counts(halves: readonly Half[]) {
    const isOf =
      (words: readonly string[]) =>
      ({ category }: Half) =>
        words.includes(category);
    const possible = halves.filter(isOf([...attendedWords, 'AUTHORISED_ABSENCE', 'UNAUTHORISED_ABSENCE']));
    return {
      possible: possible.length,
      attended: count(possible, isOf(attendedWords)),
      authorised: count(possible, isOf(['AUTHORISED_ABSENCE'])),
      unauthorised: count(possible, isOf(['UNAUTHORISED_ABSENCE'])),
      late: count(possible, ({ code }) => code === 'L'),
      partTime: count(possible, ({ code }) => code === 'C2'),
      suspended: count(possible, ({ code }) => code === 'E'),
      unexplained: count(possible, ({ code }) => code === 'N'),
    };
  }

  possible(on: string): boolean {
    return this.counts(this.halves([on])).possible > 0;
  }
}
