import type { Random } from '../../random.js';
import { habits, slips } from '../rates.js';
import type { Clerk } from '../clerk.js';
import { soundAlikes } from '../../names/spellings.js';
import { mistyped } from './typing.js';

/** Letters that stand apart from their mark-less form in Unicode. */
const whole: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', ı: 'i', ø: 'o', Ø: 'O', ß: 'ss', đ: 'd', Đ: 'D' };

export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[łŁıøØßđĐ]/g, (letter) => whole[letter] ?? letter);
}

/** A name in one box of one agency's form: halves, accents, marks and letters lost on the way. */
export function nameWritten({ random, agency, slip }: Clerk, name: string): string {
  let text = name;
  const heard = soundAlikes.get(text);
  if (heard && random.chance(slips.soundAlike * slip)) text = random.pick(heard);
  if (text.includes('-') && random.chance(slips.halfOfDouble)) text = random.pick(text.split('-'));
  if (/[^\x20-\x7e]/.test(text) && random.chance(habits.accentsLost[agency])) text = withoutAccents(text);
  if (text.includes('-') && random.chance(habits.hyphenLost[agency])) text = text.replace('-', lostHyphen(random));
  if (text.includes("'") && random.chance(habits.apostropheLost[agency])) text = text.replace("'", lostMark(random));
  return random.chance(slips.mistypedName * slip) ? mistyped(random, text) : text;
}

/** Mostly a blank, sometimes nothing. */
function lostHyphen(random: Random): string {
  return random.chance(0.75) ? ' ' : '';
}

/** Mostly nothing; else a blank, a typographer's mark or a grave accent. */
function lostMark(random: Random): string {
  return random.weighted([
    ['', 6],
    [' ', 2],
    ['’', 2],
    ['`', 1],
  ]);
}
