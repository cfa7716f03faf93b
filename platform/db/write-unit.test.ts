import { describe, expect, it } from '@jest/globals';
import { type DataSource, Entity, PrimaryColumn } from 'typeorm';
import type { Caller } from '../auth/door.js';
import { Permit } from '../access/permit.js';
import { Defect, Refused } from '../errors/hub-error.js';
import type { Metrics } from '../telemetry/metrics.js';
import { Domain } from '../vocabulary/domain.js';
import { WriteUnit, type Writing } from './write-unit.js';

@Entity({ schema: 'toys', name: 'toy' })
class ToyRow {
  @PrimaryColumn('uuid') id: string;
}

const caller = {
  claims: { sub: 'ingest' },
  operations: ['HEALTH:ingest:WRITE', 'EDUCATION:ingest:WRITE'],
  voucher: { claims: '', tag: '' },
} as unknown as Caller;
const metrics = { transactions: { inc: () => undefined } } as unknown as Metrics;

const permit = (operation = 'ingest', holder = Domain.HEALTH): Permit =>
  Permit.forSystem(caller, { holder, tier: 'T3', act: 'WRITE', operation });
const about = (children: readonly string[], by = permit()) => ({ permit: by, subjects: { children } });

/** A connection that writes nothing, and notes what it was sent. `access.open` shows whoever is asked for. */
function noting(): { readonly unit: WriteUnit; readonly sent: { text: string; keys: readonly string[] }[] } {
  const sent: { text: string; keys: readonly string[] }[] = [];
  const note = (asked: string | { readonly text: string; readonly values: readonly unknown[] }) => {
    const { text, values } = typeof asked === 'string' ? { text: asked, values: [] } : asked;
    const keys = text.includes('access.open') ? (values[9] as string[]) : [];
    sent.push({ text, keys });
    const shown = { shown: [['FULL', 'SYSTEM', 0]], subjects: [], version: null, died: {} };
    return text.includes('fails')
      ? Promise.reject(new Error('it failed'))
      : Promise.resolve({ rows: [{ opened: { groups: [keys], requests: [shown] } }] });
  };
  const runner = { connect: () => Promise.resolve({ query: note }), release: () => Promise.resolve() };
  const source = { createQueryRunner: () => runner } as unknown as DataSource;
  return { unit: new WriteUnit(source, Domain.HEALTH, caller, metrics), sent };
}

const texts = (sent: readonly { readonly text: string }[]): string[] =>
  sent.map(({ text }) => (text.includes('access.open') ? 'open' : text));

describe('a write', () => {
  it('is opened before anything else is sent', async () => {
    const { unit, sent } = noting();
    const answer = await unit.run([about(['one'])], async (writing) => {
      await writing.query('update');
      return [...(writing.opened[0]?.verdicts.keys() ?? [])];
    });
    expect(answer).toEqual(['one']);
    expect(texts(sent)).toEqual(['begin', 'open', 'savepoint work', 'update', 'release savepoint work; commit']);
  });

  it('needs a permit, of its own domain', async () => {
    const { unit, sent } = noting();
    const work = () => Promise.resolve();
    await expect(unit.run([], work)).rejects.toBeInstanceOf(Defect);
    await expect(unit.rehearse([], work)).rejects.toBeInstanceOf(Defect);
    await expect(unit.run([about(['one'], permit('ingest', Domain.EDUCATION))], work)).rejects.toBeInstanceOf(Defect);
    expect(sent).toEqual([]);
  });

  it('is not begun under a refused permit, though the asking is written down', async () => {
    const { unit, sent } = noting();
    const work = () => Promise.reject(new Error('must not be reached'));
    await expect(unit.run([about(['one'], permit('other'))], work)).rejects.toBeInstanceOf(Refused);
    expect(texts(sent)).toEqual(['begin', 'open', 'commit']);
  });

  it('opens more inside the same transaction, a thousand keys at a time', async () => {
    const { unit, sent } = noting();
    const more = Array.from({ length: 2001 }, (_, at) => String(at));
    const opened = await unit.run([about([])], (writing) => writing.open([about(more)]));
    expect([...(opened[0]?.verdicts.keys() ?? [])]).toEqual(more);
    expect(sent.map(({ keys }) => keys.length).filter((count) => count > 0)).toEqual([1000, 1000, 1]);
    expect(texts(sent).filter((text) => text === 'begin')).toHaveLength(1);
  });

  it('opens nothing more under a refused permit, another domain’s, or none', async () => {
    const { unit, sent } = noting();
    const opening = (...asked: readonly ReturnType<typeof about>[]) =>
      unit.run([about([])], (writing) => writing.open(asked));
    await expect(opening(about(['one'], permit('other')))).rejects.toBeInstanceOf(Refused);
    await expect(opening(about(['one'], permit('ingest', Domain.EDUCATION)))).rejects.toBeInstanceOf(Defect);
    await expect(opening()).rejects.toBeInstanceOf(Defect);
    expect(texts(sent).filter((text) => text === 'rollback to savepoint work')).toHaveLength(3);
  });

  it('about a child whom nobody can name is opened for nobody, and refused after the same work', async () => {
    const { unit, sent } = noting();
    const work = (writing: Writing) => writing.query('claim');
    await expect(unit.unnamed(permit('other'), work)).rejects.toBeInstanceOf(Refused);
    await unit.unnamed(permit(), work);
    const one = ['begin', 'open', 'savepoint work', 'claim', 'release savepoint work; commit'];
    expect(texts(sent)).toEqual([...one, ...one]);
    expect(sent.flatMap(({ keys }) => keys)).toEqual([]);
  });

  it.each(['run', 'rehearse'] as const)(
    'of %s that is kept and used after its unit has ended is a Defect',
    async (how) => {
      const { unit, sent } = noting();
      const kept = await unit[how]([about(['one'])], (writing) => Promise.resolve(writing));
      const failed: Writing[] = [];
      const failing = (writing: Writing) => {
        failed.push(writing);
        return Promise.reject(new Error('the work failed'));
      };
      await expect(unit[how]([about(['one'])], failing)).rejects.toThrow();
      const before = sent.length;
      for (const writing of [kept, ...failed]) {
        await expect(writing.query('update')).rejects.toBeInstanceOf(Defect);
        await expect(writing.open([about(['two'])])).rejects.toBeInstanceOf(Defect);
        await expect(writing.emit('topic', ['one'])).rejects.toBeInstanceOf(Defect);
        await expect(writing.once('key', {}, () => Promise.resolve({}))).rejects.toBeInstanceOf(Defect);
        await expect(writing.findForUpdate(ToyRow, { id: 'one' })).rejects.toBeInstanceOf(Defect);
        await expect(writing.update(ToyRow, { id: 'one' }, { id: 'two' })).rejects.toBeInstanceOf(Defect);
      }
      expect(sent).toHaveLength(before);
    },
  );

  it.each(['run', 'rehearse'] as const)(
    'of %s sends nothing after it is undone, whoever is at work on it still',
    async (how) => {
      // How long somebody thinks between two statements is nobody's to say: as many turns as there are on the way to the end.
      for (let turns = 0; turns < 40; turns++) {
        const { unit, sent } = noting();
        const thinking = async (writing: Writing) => {
          await writing.query('first');
          for (let turn = 0; turn < turns; turn++) await Promise.resolve();
          await writing.query('second');
        };
        const work = (writing: Writing) => Promise.all([thinking(writing), writing.query('fails')]);
        await expect(unit[how]([about(['one'])], work)).rejects.toThrow();
        await new Promise(setImmediate);
        expect(texts(sent).slice(-2)).toEqual(['rollback to savepoint work', 'commit']);
      }
    },
  );

  it('that does not begin as a promise is undone as well, and dead', async () => {
    const { unit, sent } = noting();
    let kept: Writing | undefined;
    const work = (writing: Writing): Promise<never> => {
      kept = writing;
      throw new Error('at once');
    };
    await expect(unit.run([about(['one'])], work)).rejects.toThrow();
    expect(texts(sent)).toEqual(['begin', 'open', 'savepoint work', 'rollback to savepoint work', 'commit']);
    await expect(kept?.query('update')).rejects.toBeInstanceOf(Defect);
  });

  it('cannot be made by anybody else', async () => {
    const { unit } = noting();
    const own = await unit.run([about(['one'])], (writing) => Promise.resolve(writing));
    const alike: Pick<Writing, keyof Writing> = own;
    // @ts-expect-error a class with private fields is met by nothing that is not of it
    const forged: Writing = alike;
    expect(forged).toBe(own);
    expect(Object.keys(await import('./write-unit.js'))).toEqual(['WriteUnit']);
  });
});
