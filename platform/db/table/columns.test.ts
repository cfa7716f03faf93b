import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { Defect } from '../../errors/hub-error.js';
import { Columns, type RowOf } from './columns.js';
import { Document, Word } from './stored-value.js';
import { tableOf } from './table.js';

enum Colour {
  RED = 'RED',
  BLUE = 'BLUE',
}

@Entity({ schema: 'toys', name: 'ball' })
class BallRow {
  @PrimaryColumn('uuid') id: string;
  @Word(Colour, { name: 'colour_word' }) colour: Colour;
  @Word(['BIG', 'SMALL'], { nullable: true }) size: 'BIG' | 'SMALL' | null;
  @Column('date', { name: 'made_on' }) madeOn: string;
  @Column('date', { name: 'lost_on', nullable: true }) until: string | null;
  @Column('text', { array: true }) marks: readonly string[];
  @Column('timestamptz', { name: 'seen_at' }) seenAt: string;
  @Column('bytea') skin: Uint8Array;
  @Document(z.array(z.object({ by: z.string(), on: z.iso.date() })), { name: 'thrown_by' })
  thrown: readonly { readonly by: string; readonly on: string }[];
  @Column({ type: 'bigint', insert: false, update: false }) number: number;
}

@Entity({ schema: 'toys', name: 'lost_ball' })
class LostBallRow extends BallRow {
  @Column('text') where: string;
}

const ball = Columns.of(BallRow);
const properties = tableOf(BallRow).columns.map(({ property }) => property as keyof BallRow);

const detailsOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error instanceof Defect ? { message: error.message, ...error.details } : error;
  }
  return 'was taken';
};

describe('the columns of a table', () => {
  it('are those of the class it extends too, and not the other way round', () => {
    const lost = tableOf(LostBallRow);
    expect(lost.name).toBe('toys.lost_ball');
    expect(lost.columns.map(({ property }) => property)).toEqual([...properties, 'where']);
    expect(Columns.of(LostBallRow).only('where', 'id').select('l')).toBe('l."id" as "id", l."where" as "where"');
    expect(properties).not.toContain('where');
  });

  it('are selected as the entity calls them, an instant as text and a large number as a number', () => {
    expect(ball.only('id', 'madeOn', 'until').select('b')).toBe(
      'b."id" as "id", b."made_on" as "madeOn", b."lost_on" as "until"',
    );
    expect(ball.only('seenAt').select('b')).toBe(
      `to_char(b."seen_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "seenAt"`,
    );
    expect(ball.only('number').select('b')).toBe('b."number"::float8 as "number"');
  });

  it('are an object of JSON, and a list of them, with what else belongs to it', () => {
    const shown = ball.only('madeOn', 'until');
    expect(shown.object('b', { name: 'n.name' })).toBe(
      `jsonb_build_object('madeOn', b."made_on", 'until', b."lost_on", 'name', n.name)`,
    );
    expect(shown.list('b', 'b.id')).toBe(
      `coalesce(jsonb_agg(jsonb_build_object('madeOn', b."made_on", 'until', b."lost_on") order by b.id), '[]')`,
    );
    expect(detailsOf(() => ball.only('skin').object('b'))).toMatchObject({ table: 'toys.ball' });
  });

  it('are written out of a recordset of their own names and types', () => {
    const written = ball.only('colour', 'madeOn', 'marks', 'thrown', 'skin');
    expect(written.recordset).toBe(`"colour" text, "madeOn" date, "marks" text[], "skin" bytea, "thrown" jsonb`);
    expect(written.names()).toBe(`"colour_word", "made_on", "marks", "skin", "thrown_by"`);
    expect(written.values('x')).toBe(`x."colour", x."madeOn", x."marks", x."skin", x."thrown"`);
    expect(ball.only('madeOn').changes('x')).toBe(`"made_on" = x."madeOn"`);
  });

  it('are not written where the database alone gives one', () => {
    expect(detailsOf(() => ball.recordset)).toMatchObject({ table: 'toys.ball', column: 'number' });
    expect(detailsOf(() => ball.changes('x'))).toMatchObject({ column: 'number' });
  });

  it('leave out of a row what is not theirs, and write bytes as PostgreSQL reads them', () => {
    const row = { id: 'a', skin: Uint8Array.of(0, 255), other: 'never sent' };
    expect(JSON.parse(ball.only('id', 'skin').json([row]))).toEqual([{ id: 'a', skin: '\\x00ff' }]);
  });

  it('are chosen as an obvious list would be, in the order of the entity', () => {
    fc.assert(
      fc.property(fc.subarray(properties), (chosen) => {
        const rest = properties.filter((one) => !chosen.includes(one));
        const asked = [...chosen].reverse();
        expect(ball.only(...asked).values('x')).toBe(chosen.map((one) => `x."${one}"`).join(', '));
        expect(ball.without(...asked).values('x')).toBe(ball.only(...rest).values('x'));
        expect(ball.without(...asked).select('x')).toBe(ball.only(...rest).select('x'));
      }),
    );
  });

  it('have no column that is not among them', () => {
    const few = ball.only('id', 'until') as Columns<BallRow>;
    expect(detailsOf(() => few.only('marks'))).toMatchObject({ table: 'toys.ball' });
    expect(detailsOf(() => few.without('marks'))).toMatchObject({ table: 'toys.ball' });
  });

  it('are told apart by the key of their table, which has to be among them', () => {
    const { key, rest } = ball.only('id', 'madeOn').parted();
    expect([key.names(), rest?.names()]).toEqual(['"id"', '"made_on"']);
    expect(ball.only('id').parted().rest).toBeNull();
    expect(detailsOf(() => ball.only('madeOn').parted())).toMatchObject({ table: 'toys.ball' });
    expect(rest?.renewal).toBe(
      '"made_on" = excluded."made_on" where (held."made_on") is distinct from (excluded."made_on")',
    );
  });

  it('are added as a recordset has them', () => {
    expect(ball.only('id', 'until').insertion.replace(/\s+/g, ' ')).toBe(
      'insert into toys.ball as held ("id", "lost_on") select x."id", x."until" from jsonb_to_recordset($1) x("id" uuid, "until" date)',
    );
  });
});

describe('a row that leaves the store', () => {
  const shown = ball.only('colour', 'size', 'madeOn', 'until', 'thrown');
  interface StoredBall extends RowOf<typeof shown> {
    readonly owner: string | null;
    readonly twin: Readonly<Pick<BallRow, 'colour'>> | null;
    readonly former: readonly Readonly<Pick<BallRow, 'madeOn'>>[];
  }
  const parse = shown.parser<StoredBall>({ twin: ball.only('colour'), former: ball.only('madeOn') });
  const row = {
    ...{ colour: 'RED', size: null, madeOn: '2026-09-01', until: null, thrown: [{ by: 'x', on: '2026-09-02' }] },
    ...{ owner: null, twin: null, former: [{ madeOn: '2025-01-31' }] },
  };

  it('is what its type says', () => {
    expect(parse(structuredClone(row))).toEqual(row);
    expect(parse({ ...row, size: 'BIG', twin: { colour: 'BLUE' } })).toMatchObject({ size: 'BIG' });
  });

  it.each([
    ['a word', { colour: 'GREEN' }, 'colour_word'],
    ['a word of a list', { size: 'red' }, 'size'],
    ['a word that every object knows', { colour: 'toString' }, 'colour_word'],
    ['a day', { madeOn: 'infinity' }, 'made_on'],
    ['a day with a time', { until: '2026-09-01T00:00:00Z' }, 'lost_on'],
    ['a day as an object', { madeOn: new Date(0) }, 'made_on'],
    ['a document', { thrown: [{ by: 'x', on: '1.9.2026' }] }, 'thrown_by'],
    ['a word within', { twin: { colour: 'GREEN' } }, 'colour_word'],
    ['a day within', { former: [{ madeOn: '2025-01-31' }, { madeOn: 'x' }] }, 'made_on'],
  ])('is a defect for %s that is not one, which tells the column and nothing else', (_, wrong, column) => {
    const told = detailsOf(() => parse({ ...structuredClone(row), ...wrong }));
    expect(told).toEqual({ message: expect.any(String), table: 'toys.ball', column });
    expect((told as Defect).message).not.toMatch(/GREEN|infinity|toString|1\.9\.2026/);
  });
});

describe('an entity', () => {
  it('that is not one, or says too little, is a defect', () => {
    class Nothing {
      id: string;
    }
    @Entity({ name: 'without_schema' })
    class Homeless {
      @PrimaryColumn('uuid') id: string;
    }
    @Entity({ schema: 'toys', name: 'untyped' })
    class Untyped {
      @PrimaryColumn() id: string;
    }
    for (const row of [Nothing, Homeless, Untyped]) expect(() => Columns.of(row)).toThrow(Defect);
  });
});
