import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ATTENDANCE_CODES } from '../../platform/code-sets/attendance-codes.js';
import { packWeek } from '../../platform/code-sets/marks.js';
import { countedLetters } from '../../subgraphs/education/school-week/counted-letters.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

describe('the letters that the database counts registers by', () => {
  it('are those that the hub counts by', async () => {
    const { rows } = await hub.admin.query<{ letters: string[] }>('select education.counted_letters() letters');
    expect(rows[0]?.letters.map((letters) => Array.from(letters).sort())).toEqual(
      countedLetters.map((letters) => Array.from(letters).sort()),
    );
  });

  it.each([...ATTENDANCE_CODES.keys()])('tell a session of %s from the nine beside it', async (code) => {
    const marks = packWeek([null, code, '/', 'O', null, code]);
    const letter = marks.toString('latin1', 1, 2);
    const { rows } = await hub.admin.query<{ bits: string; none: string }>(
      `select education.sessions_among($1, $2)::text bits, education.sessions_among($1, '')::text none`,
      [marks, letter],
    );
    const same = (slot: number): string => (marks.toString('latin1', slot, slot + 1) === letter ? '1' : '0');
    expect(rows).toEqual([{ bits: Array.from({ length: 10 }, (_, slot) => same(slot)).join(''), none: '0000000000' }]);
  });
});
