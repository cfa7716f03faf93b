import type { Random } from '../random.js';
import type { Person } from './person.js';

const girls = 0.488;
/** Twins of one sex: all identical ones and half of the others. */
const twinsOfOneSex = 0.65;

/** Of a child, or of the brother or sister of the same birth as another. */
export function drawSex(random: Random, twin: Pick<Person, 'sex'> | null): Person['sex'] {
  if (twin) return random.chance(twinsOfOneSex) ? twin.sex : twin.sex === 'F' ? 'M' : 'F';
  return random.chance(girls) ? 'F' : 'M';
}
