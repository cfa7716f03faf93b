import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { marksOutside } from '../../support/counted.js';
import { areas } from './areas.js';
import { cohortFigures } from './ask-figures.js';
import { compareCohorts, compareLists, head, periodOf } from './compare-figures.js';
import { corrected } from './corrected.js';
import type { Correction } from './example.js';
import { workedOut } from './expected-figures.js';
import { type ExampleHub, loadExample } from './load-example.js';
import { marksOutsideRoll } from './oracle.js';

const nameOf = (correction: Correction): string => Object.keys(correction).join();

describe.each(areas())('what is put right later, of %s', (_, first) => {
  let hub: ExampleHub;
  let area = first;
  beforeAll(async () => {
    hub = await loadExample(area);
  });
  afterAll(() => hub.close());

  it.each(first.afterCorrections.map((one) => [nameOf(one), one] as const))(
    'is in every figure and list from then on, and what was believed before stays asked for: %s',
    async (_name, correction) => {
      const before = workedOut(area);
      const asked = { cohort: 'CHILD_PROTECTION', by: [], ...periodOf(area) };
      const { asAt } = await cohortFigures(hub, head, asked);
      await hub.correct(correction);
      area = corrected(area, correction);
      const after = workedOut(area);
      await compareCohorts(hub, after);
      await compareLists(hub, after);
      await compareCohorts(hub, before, asAt);
      expect(await marksOutside(hub)).toBe(area.children.flatMap((child) => marksOutsideRoll(child)).length);
    },
  );
});
