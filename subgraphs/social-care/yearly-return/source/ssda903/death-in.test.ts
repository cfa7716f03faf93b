import { describe, expect, it } from '@jest/globals';
import type { YearDays } from './care.js';
import { deathIn } from './death-in.js';
import type { Episode } from './parse.js';

const days: YearDays = {
  lastDay: '2026-03-31',
  event: { rule: 'date-out-of-range', first: '1996-11-20', last: '2026-11-20' },
};
const episode = (REC: string, DEC: string): Episode =>
  ({ file: 'episodes.csv', line: 2, fields: { DECOM: '01/04/2025', REC, DEC } }) as unknown as Episode;
const of = (...episodes: Episode[]) => {
  const { on, leftOut } = deathIn(episodes, '2016-05-05', days);
  return [on, leftOut.map(({ rule }) => rule)];
};

describe('the day a child died, as the return’s episodes say', () => {
  it('is the day the episode ceased, and of two such days the earlier, whichever row comes first', () => {
    const [early, late] = [episode('E2', '02/09/2025'), episode('E2', '15/01/2026')];
    expect(of(early)).toEqual(['2025-09-02', []]);
    expect(of(early, late)).toEqual(['2025-09-02', []]);
    expect(of(late, early)).toEqual(['2025-09-02', []]);
  });

  it('is none where it ceased for another reason, after the year, or on no day that can be read', () => {
    expect(of(episode('E4A', '02/09/2025'), episode('E2', '01/04/2026'), episode('E2', ''))).toEqual([null, []]);
    expect(of(episode('E2', '31/03/2026'))).toEqual(['2026-03-31', []]);
  });

  it('is none before the child was born, and that is said', () => {
    expect(of(episode('E2', '01/05/2016'))).toEqual([null, ['death-before-birth']]);
  });
});
