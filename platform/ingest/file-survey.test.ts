import { describe, expect, it } from '@jest/globals';
import { FileSurvey } from './file-survey.js';
import type { Judged } from './judge.js';
import type { PersonEvidence } from './record.js';

interface Fact {
  readonly on: string;
  readonly says: string;
}

const format = { identityOf: ({ on }: Fact, person: string) => `${person}/${on}` };

const mila: PersonEvidence = {
  source: 'school-census:900001',
  sourceKey: 'B801200005001',
  given: 'Mila',
  family: 'Petrov',
  preferred: null,
  previousFamily: null,
  dateOfBirth: '2014-05-06',
  sex: 'FEMALE',
  postcode: null,
  identifiers: [],
};

const row = (line: number, says: string, change: Partial<PersonEvidence> = {}, file = 'a.csv'): Judged<Fact> => {
  const place = { file, line };
  return {
    place,
    result: { taken: { place, person: { ...mila, ...change }, facts: [{ on: 'x', says }], leftOut: [] } },
  };
};

async function survey(...rows: readonly Judged<Fact>[]): Promise<FileSurvey<Fact>> {
  const made = new FileSurvey<Fact>(format);
  async function* all(): AsyncGenerator<readonly Judged<Fact>[]> {
    yield await Promise.resolve(rows);
  }
  const passed: Judged<Fact>[] = [];
  for await (const judged of made.reading(all())) passed.push(...judged);
  expect(passed).toEqual(rows);
  return made;
}

const shared = (made: FileSurvey<Fact>, file = 'a.csv'): boolean => made.isShared(file, mila.source, mila.sourceKey);

describe('the first reading of a file', () => {
  it('finds the row that says otherwise than an earlier one, and names that', async () => {
    const made = await survey(row(2, 'K'), row(3, 'E'), row(4, 'K'));
    expect(made.contradiction({ file: 'a.csv', line: 3 })).toMatchObject({
      rule: 'contradicts-an-earlier-row',
      reason: expect.stringContaining('Line 2 '),
      whole: true,
    });
    expect([2, 4].map((line) => made.contradiction({ file: 'a.csv', line }))).toEqual([null, null]);
    expect([made.read, made.rejected, made.taken.get('a.csv')]).toEqual([3, 1, 2]);
    expect(made.faults.counts({ whole: true })).toEqual({ 'contradicts-an-earlier-row': 1 });
  });

  it('takes two files as two words, the later of them news', async () => {
    const made = await survey(row(2, 'K'), row(2, 'E', {}, 'b.csv'));
    expect(made.rejected).toBe(0);
  });

  it('finds no contradiction between rows of two people under one key: that is another question', async () => {
    const made = await survey(row(2, 'K'), row(3, 'E', { given: 'Ottilie', dateOfBirth: '2013-07-30' }));
    expect(made.rejected).toBe(0);
    expect(shared(made)).toBe(true);
  });

  it.each<[string, Partial<PersonEvidence>, boolean]>([
    ['another given name', { given: 'Ottilie' }, true],
    ['another birthday', { dateOfBirth: '2014-05-07' }, true],
    ['another sex', { sex: 'MALE' }, true],
    ['the name in capitals and with an accent', { given: 'MÍLA' }, false],
    ['another family name', { family: 'Okafor' }, false],
    ['nothing of who it is', { given: null, dateOfBirth: null, sex: 'UNKNOWN' }, false],
    ['another key', { sourceKey: 'other', given: 'Ottilie' }, false],
  ])('says of a key that it is shared, or not, where a second row has %s', async (_what, change, is) => {
    expect(shared(await survey(row(2, 'K'), row(3, 'K', change)))).toBe(is);
    expect(shared(await survey(row(2, 'K', change), row(3, 'K')))).toBe(is);
  });

  it('sees two people though a row between them says nothing of who it is', async () => {
    const blank = { given: null, dateOfBirth: null, sex: 'UNKNOWN' } as const;
    expect(
      shared(await survey(row(2, 'K', blank), row(3, 'K'), row(4, 'K', blank), row(5, 'K', { sex: 'MALE' }))),
    ).toBe(true);
  });

  it('asks it of each file by itself', async () => {
    const made = await survey(row(2, 'K'), row(2, 'K', { given: 'Ottilie' }, 'b.csv'));
    expect([shared(made), shared(made, 'b.csv')]).toEqual([false, false]);
  });
});
