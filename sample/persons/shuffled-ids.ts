import { Random } from '../random.js';

/** Records of one file: what each is called, by the order they were added in, and the order they are written in. */
export interface ShuffledIds {
  /** The nth record added has this id. */
  readonly idOf: (index: number) => string;
  /** Indexes in the order of their ids. */
  readonly order: Uint32Array;
}

/** Deals the ids `letter` 000001 and on to `count` records, so that neither id nor place in the file tells their order. */
export function shuffledIds(letter: string, count: number, seed: number): ShuffledIds {
  const random = new Random(seed, 'ids', letter);
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  const at = (place: number): number => order[place] ?? 0;
  for (let place = count - 1; place > 0; place--) {
    const other = random.int(0, place);
    [order[place], order[other]] = [at(other), at(place)];
  }
  const placeOf = new Uint32Array(count);
  order.forEach((index, place) => (placeOf[index] = place));
  return { idOf: (index) => `${letter}${String((placeOf[index] ?? 0) + 1).padStart(6, '0')}`, order };
}
