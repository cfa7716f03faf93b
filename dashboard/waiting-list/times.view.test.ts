import { describe, expect, it } from '@jest/globals';
import { bandedBy, type Cell, keepsLists, timesColumns, timesView } from './times.view.js';
import { waitingFilter } from './list-filter.js';

const cellOf = (over: Partial<Cell>): Cell =>
  ({
    ...{
      service: 'SALT',
      band: null,
      status: null,
      provider: null,
      children: 40,
      breachedClocks: 12,
      suppressed: false,
    },
    ...{ medianWeeks: 9, percentile92Weeks: 31.25, asAt: null, basis: 'Children, each once' },
    ...over,
  }) as Cell;
const answered = (...cells: readonly Cell[]) => ({ data: { waitingTimes: cells }, faults: [] });
const failed = (code: string) => ({
  data: { waitingTimes: null },
  faults: [{ path: ['waitingTimes'], code, domain: 'HEALTH', message: 'Why not.' }],
});
const camhs = cellOf({ service: 'CAMHS', children: 8 });

describe('how long children wait', () => {
  it('is of every service, or of the one that is looked at', () => {
    const services = answered(cellOf({}), camhs);
    const bands = answered(
      cellOf({ band: '0-1', children: 3 }),
      cellOf({ band: '52+', children: 5, service: 'CAMHS' }),
    );
    expect(timesView({ services, bands }, waitingFilter({}))).toMatchObject({
      kind: 'held',
      value: {
        services: [{ service: 'SALT' }, { service: 'CAMHS' }],
        bands: [
          { title: '0–1 weeks', children: 3 },
          { title: '52+ weeks', children: 5 },
        ],
      },
    });
    expect(timesView({ services, bands }, waitingFilter({ service: 'CAMHS' }))).toMatchObject({
      value: { services: [camhs], bands: [{ title: '52+ weeks', children: 5 }] },
    });
    expect(bandedBy(waitingFilter({}))).toEqual(['BAND']);
    expect(bandedBy(waitingFilter({ service: 'SALT' }))).toEqual(['SERVICE', 'BAND']);
  });

  it('is what the answer says where there is none: not told, not to be asked, or nobody waits', () => {
    const services = answered(cellOf({}));
    const of = (given: ReturnType<typeof answered> | ReturnType<typeof failed>) =>
      timesView({ services, bands: given }, waitingFilter({})).kind;
    expect(of(failed('REFUSED'))).toBe('refused');
    expect(of(failed('SUBGRAPH_UNAVAILABLE'))).toBe('unavailable');
    expect(of(answered())).toBe('none');
    expect(timesView({ services, bands: services }, waitingFilter({ service: 'CAMHS' })).kind).toBe('none');
  });

  it('tells each figure, and of few children none', () => {
    const texts = (cell: Cell) => timesColumns.map((column) => ('text' in column ? column.text(cell) : null));
    expect(texts(cellOf({}))).toEqual([
      'Speech and language',
      { kind: 'held', value: 40 },
      { kind: 'held', value: '12 referrals' },
      { kind: 'held', value: '9.0 weeks' },
      { kind: 'held', value: '31.3 weeks' },
    ]);
    const nobody = { children: 0, medianWeeks: null, percentile92Weeks: null };
    expect(texts(cellOf(nobody)).slice(3)).toEqual(['Nobody waits', 'Nobody waits']);
    expect(texts(cellOf({ suppressed: true, children: null })).slice(1)).toEqual(
      Array.from({ length: 4 }, () => ({ kind: 'suppressed' })),
    );
  });

  it('is asked for by whoever keeps lists', () => {
    expect(['health-admin', 'camhs-clinician', 'salt-therapist', 'senco'].map(keepsLists)).toEqual([
      ...[true, true, true],
      false,
    ]);
  });
});
