import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFieldMap } from './field-map.js';
import { readPeople } from './read-people.js';

const today = '2026-11-20';
let dir: string;

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'hub-people-'));
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

function read(content: string | Buffer, map = '') {
  const file = path.join(dir, 'people.csv');
  writeFileSync(file, content);
  return readPeople(file, readFieldMap(map ? [map] : []), today);
}

const refusal = (content: string | Buffer, map = ''): Promise<string> =>
  read(content, map).then(
    () => 'read',
    (error: unknown) => (error instanceof Error ? error.message.replace(dir, '') : ''),
  );

describe('a person file', () => {
  it('is read by the fields its headers name; the others are named once', async () => {
    const { people, report } = await read('id,given,Shoe size,family,upn\n7,Ada,31,Quill,\n');
    expect(people).toEqual([
      {
        id: '7',
        given: 'Ada',
        family: 'Quill',
        previousFamily: null,
        dateOfBirth: null,
        sex: null,
        postcode: null,
        address: null,
        town: null,
        email: null,
        phone: null,
        upn: null,
        nhsNumber: null,
      },
    ]);
    expect(report).toEqual({
      file: path.join(dir, 'people.csv'),
      rows: 1,
      taken: 1,
      rejected: {},
      leftOut: {},
      ignoredHeaders: ['Shoe size'],
    });
  });

  it('is read by the columns mapped, which come before headers that are fields', async () => {
    const { people, report } = await read('First Name, family,given\nAda,Quill,x\n', 'given=First Name');
    expect(people).toMatchObject([{ given: 'Ada', family: 'Quill' }]);
    expect(report.ignoredHeaders).toEqual(['given']);
  });

  it('may have two fields’ columns the other way round', async () => {
    expect((await read('given,family\nQuill,Ada\n', 'given=family,family=given')).people).toMatchObject([
      { given: 'Ada', family: 'Quill' },
    ]);
  });

  it('needs no mapped column where it has the field under its own name', async () => {
    expect((await read('given\nAda\n', 'given=First Name')).people).toMatchObject([{ given: 'Ada' }]);
  });

  it('may come with a byte order mark, spaces after commas, and line breaks in quotes', async () => {
    const { people } = await read(
      '\uFEFFgiven, family, address\r\n Ada , "Quill", "1 Low Rd\nThornby"\r\n\r\nBo,Reed,\r\n',
    );
    expect(people).toMatchObject([
      { given: 'Ada', family: 'Quill', address: '1 Low Rd\nThornby' },
      { given: 'Bo', family: 'Reed', address: null },
    ]);
  });

  it('names a record without an id by the file and its row', async () => {
    const { people } = await read('id,given\n,Ada\n,\nx,Bo\n,Cy\n');
    expect(people.map(({ id }) => id)).toEqual(['people.csv:1', 'x', 'people.csv:4']);
    expect((await read('given\nAda\nBo\n')).people.map(({ id }) => id)).toEqual(['people.csv:1', 'people.csv:2']);
  });

  it('has rows rejected that cannot be judged, counted by rule', async () => {
    const long = 'A'.repeat(101);
    const { people, report } = await read(
      `id,given,family,previousFamily\n1,Ada,Quill,\n2,,,\n3,${long},Quill,\n4,Ada,Quill,${long}\n5,Ada\n6,Ada,Quill,,\n7,${'A'.repeat(100)},,\n`,
    );
    expect(people.map(({ id }) => id)).toEqual(['1', '7']);
    expect(report).toMatchObject({
      rows: 7,
      taken: 2,
      rejected: { 'row-empty': 1, 'name-too-long': 2, 'row-shape': 2 },
    });
  });

  it.each([
    ['nothing', '', '/people.csv is empty.'],
    ['a byte order mark alone', '\uFEFF', '/people.csv is empty.'],
    ['a header alone', 'given,family\n', '/people.csv has a header and no rows.'],
    ['no column to compare', 'id,Name\n1,Ada\n', expect.stringMatching(/has no column to compare people by: .*--map/)],
    ['a column twice', 'given,given\nAda,Bo\n', '/people.csv has the column "given" twice.'],
    ['an id twice', 'id,given\n1,Ada\n2,Bo\n1,Cy\n', '/people.csv line 4: the id is the same as on line 2.'],
    [
      'bytes that are not UTF-8',
      Buffer.from('given\nAda\nZo\xeb\n', 'latin1'),
      expect.stringMatching(/line 3 is not UTF-8/),
    ],
    ['UTF-16', Buffer.from('\uFEFFgiven\nAda\n', 'utf16le'), '/people.csv is text in UTF-16: save it as UTF-8.'],
    ['semicolons', 'given;family\nAda;Quill\n', '/people.csv separates its values by semicolons: save it with commas.'],
    [
      'a last line cut off',
      'given,family\nAda,Quill\nBo',
      expect.stringMatching(/has been cut off: its last line, 3,/),
    ],
    [
      'a quote without end',
      `given,family\nAda,"Quill\n${'Bo,Reed\n'.repeat(9999)}`,
      expect.stringMatching(/is not a CSV file/),
    ],
    [
      'rejected rows alone',
      'given,family\nAda\n,\n',
      'Every row of /people.csv was rejected (row-shape 1, row-empty 1).',
    ],
  ])('that is or has %s is refused in a sentence', async (_what, content, sentence) => {
    expect(await refusal(content)).toEqual(sentence);
  });

  it('without a mapped column is refused by the column’s name', async () => {
    expect(await refusal('family\nQuill\n', 'given=First Name')).toBe(
      '/people.csv has no column "First Name", which --map names for given.',
    );
    expect(await refusal('given\nAda\n', 'given=First Name,family=given')).toContain('"First Name"');
  });

  it('that is not there is refused', async () => {
    await expect(readPeople(path.join(dir, 'none.csv'), new Map(), today)).rejects.toThrow(/none\.csv cannot be read/);
  });

  it('is refused without a value of anybody’s', async () => {
    expect(await refusal('Ada,Quill\nBo,Reed\n')).not.toMatch(/Ada|Quill|Bo|Reed/);
  });
});

describe('the dates of birth of a file', () => {
  it.each([
    ['2014-04-03', '2014-04-03'],
    ['2014-04-03T00:00:00.000Z', '2014-04-03'],
    ['2014-04-03 00:00', '2014-04-03'],
    ['20140403', '2014-04-03'],
    ['03/04/2014', '2014-04-03'],
    ['3/4/2014', '2014-04-03'],
    ['03-04-2014', '2014-04-03'],
  ])('may be written %s', async (text, dateOfBirth) => {
    expect((await read(`dateOfBirth\n${text}\n`)).people).toMatchObject([{ dateOfBirth }]);
  });

  it('have the one form that most fit; one in another is left out', async () => {
    const { people, report } = await read(
      'given,dateOfBirth\nAda,03/04/2014\nBo,2014-03-04\nCy,13/4/2014\nDee,20140403\nEd,\nFay,4 April 2014\n',
    );
    expect(people.map(({ given, dateOfBirth }) => [given, dateOfBirth])).toEqual([
      ['Ada', '2014-04-03'],
      ['Bo', null],
      ['Cy', '2014-04-13'],
      ['Dee', null],
      ['Ed', null],
      ['Fay', null],
    ]);
    expect(report).toMatchObject({ taken: 6, rejected: {}, leftOut: { 'date-form': 3 } });
  });

  it('are left out where no one living was born on them, or the child is not born yet', async () => {
    const { people, report } = await read(
      'dateOfBirth,given\n19560431,Ada\n18991231,Bo\n20280101,Cy\n20270301,Dee\n20261120,Ed\n19000101,Fay\n',
    );
    expect(people.map(({ dateOfBirth }) => dateOfBirth)).toEqual([null, null, null, null, '2026-11-20', '1900-01-01']);
    expect(report).toMatchObject({ taken: 6, rejected: {}, leftOut: { 'date-impossible': 3, 'not-yet-born': 1 } });
  });

  it('that have a digit too many, or a month 13, are left out and the records compared without', async () => {
    const { people, report } = await read(
      'id,given,family,dateOfBirth,postcode\na1,Bodil,Ilkley,20120917,ZZ58 4CZ\na2,Bodil,Ilkley,201209170,ZZ58 4CZ\nb1,Fabian,Trewin,20150221,ZZ16 2CZ\nb2,Fabian,Trewin,20151321,ZZ16 2CZ\n',
    );
    expect(people.map(({ id, dateOfBirth }) => [id, dateOfBirth])).toEqual([
      ['a1', '2012-09-17'],
      ['a2', null],
      ['b1', '2015-02-21'],
      ['b2', null],
    ]);
    expect(report.leftOut).toEqual({ 'date-form': 1, 'date-impossible': 1 });
  });

  it('are refused where they seem to be written month first', async () => {
    expect(await refusal('dateOfBirth\n04/13/2014\n04/03/2014\n')).toMatch(/month first/);
  });

  it('are not taken to be month first for one slip among days over 12', async () => {
    const { people, report } = await read('given,dateOfBirth\nAda,04/13/2014\nBo,13/04/2014\n');
    expect(people).toMatchObject([{ dateOfBirth: null }, { dateOfBirth: '2014-04-13' }]);
    expect(report.leftOut).toEqual({ 'date-impossible': 1 });
  });
});

describe('--map', () => {
  it('takes column names with commas and equals signs, and may come twice', () => {
    expect([...readFieldMap(['address=Address, line 1, given = First=Name ', 'town=Town'])]).toEqual([
      ['address', 'Address, line 1'],
      ['given', 'First=Name'],
      ['town', 'Town'],
    ]);
  });

  it.each([
    ['shoe=Size', /shoe, which is no field: use id, given/],
    ['given=A,given=B', /field given twice/],
    ['given=A,family=A', /column "A" twice/],
    ['given', /takes field=column/],
    ['given=', /takes field=column/],
    ['', /takes field=column/],
  ])('that says "%s" is refused', (text, sentence) => {
    expect(() => readFieldMap([text])).toThrow(sentence);
  });
});
