import type { Random } from '../random.js';
import type { NamePool } from '../names/name-pools.js';
import type { Ranked } from '../names/ranked.js';
import type { TrueChild } from './person.js';
import { population } from './rates.js';

type NamesGiven = Pick<TrueChild, 'given' | 'second'>;
const prophet = 'Muhammad';

/** The names parents give a child, the first of them borne by none of the siblings. `twin` is of the same birth. */
export function drawNamesGiven(
  random: Random,
  pool: NamePool,
  sex: 'F' | 'M',
  siblings: readonly TrueChild[],
  twin: TrueChild | null,
): NamesGiven {
  const names = sex === 'F' ? pool.girls : pool.boys;
  const taken = new Set([prophet, ...siblings.flatMap(({ given, second }) => [given, second])]);
  const own = drawUntaken(random, names, taken, twin);
  const free = siblings.every(({ given }) => given !== prophet);
  if (sex === 'M' && pool.muhammadFirst && free && random.chance(population.muhammadFirst)) {
    return { given: prophet, second: own };
  }
  const second = random.chance(population.secondName) ? names.draw(random) : '';
  return { given: own, second: second === own ? '' : second };
}

/** For a twin sometimes a name of the same initial, as Mia and Maya. */
function drawUntaken(random: Random, names: Ranked, taken: ReadonlySet<string>, twin: TrueChild | null): string {
  if (twin && random.chance(population.twinsOfOneInitial)) {
    const alike = names.names.filter((name) => name.startsWith(twin.given.charAt(0)) && !taken.has(name));
    if (alike.length > 0) return random.pick(alike);
  }
  for (;;) {
    const name = names.draw(random);
    if (!taken.has(name)) return name;
  }
}
