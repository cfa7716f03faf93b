import { describe, expect, it } from '@jest/globals';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { Defect } from '../errors/hub-error.js';
import type { Query } from './query.js';
import { findForUpdate, updateRows } from './rows.js';
import { Document } from './table/stored-value.js';

@Entity({ schema: 'toys', name: 'kite' })
class KiteRow {
  @PrimaryColumn('uuid') id: string;
  @Column('date', { name: 'flown_on', nullable: true }) flownOn: string | null;
  @Column('int') version: number;
  @Document(z.object({ tail: z.string() }), { name: 'made_of' }) madeOf: { readonly tail: string };
}

/** A connection that answers what it is told to, and notes what it was sent. */
function answering(rows: readonly unknown[] = []) {
  const sent: { text: string; values: readonly unknown[] }[] = [];
  const query = ((text: string, values: readonly unknown[] = []) => {
    sent.push({ text, values });
    return Promise.resolve(rows);
  }) as Query;
  return { sent, query };
}

describe('a row that is held', () => {
  it('is asked for by columns, and comes as its entity says', async () => {
    const kite = { id: 'a', flownOn: '2026-09-01', version: 1, madeOf: { tail: 'silk' } };
    const { sent, query } = answering([kite]);
    expect(await findForUpdate(query, KiteRow, { id: 'a', version: 1 })).toEqual(kite);
    expect(sent[0]?.text).toMatch(/from toys\.kite held where held\."id" = \$1 and held\."version" = \$2 for update$/);
    expect(sent[0]?.values).toEqual(['a', 1]);
  });

  it('is null where there is none, and a Defect where it is not what its entity says', async () => {
    expect(await findForUpdate(answering().query, KiteRow, { id: 'a' })).toBeNull();
    const wrong = answering([{ id: 'a', flownOn: 'yesterday', version: 1, madeOf: { tail: '' } }]);
    await expect(findForUpdate(wrong.query, KiteRow, { id: 'a' })).rejects.toBeInstanceOf(Defect);
  });

  it('is not asked for without saying which, nor by what is no column of it', async () => {
    const { sent, query } = answering();
    await expect(findForUpdate(query, KiteRow, {})).rejects.toBeInstanceOf(Defect);
    await expect(findForUpdate(query, KiteRow, { colour: 'red' } as object)).rejects.toBeInstanceOf(Defect);
    await expect(updateRows(query, KiteRow, {}, { version: 2 })).rejects.toBeInstanceOf(Defect);
    expect(sent).toEqual([]);
  });
});

describe('a row that is changed', () => {
  it('takes values, words of SQL and documents, each in its column', async () => {
    const { sent, query } = answering();
    const to = { version: 2, flownOn: () => 'ctx.today()', madeOf: { tail: 'paper' } };
    await updateRows(query, KiteRow, { id: 'a' }, to);
    expect(sent).toEqual([
      {
        text: `update toys.kite held set "version" = $1, "flown_on" = ctx.today(), "made_of" = $2 where held."id" = $3`,
        values: [2, '{"tail":"paper"}', 'a'],
      },
    ]);
  });

  it('is changed to null where null is said, and left alone where nothing is', async () => {
    const { sent, query } = answering();
    await updateRows(query, KiteRow, { id: 'a' }, { flownOn: null, version: undefined });
    await updateRows(query, KiteRow, { id: 'a' }, { version: undefined });
    expect(sent.map(({ text, values }) => [text, values])).toEqual([
      [`update toys.kite held set "flown_on" = $1 where held."id" = $2`, [null, 'a']],
    ]);
  });
});
