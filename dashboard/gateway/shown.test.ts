import { describe, expect, it } from '@jest/globals';
import { absenceIn, figure, type Freshness, shown, shownRecord, within } from './shown.js';

const fresh: Freshness = { asAt: '2026-11-27T06:10:00.000Z', stale: false, sources: [] };
const source = {
  source: 'school-census',
  lastReceived: '2026-11-24T06:00:00.000Z',
  expectedEvery: 'every day',
  stale: true,
};
const stale: Freshness = { ...fresh, stale: true, sources: [source] };
const fault = (path: (string | number)[], code: string) => ({ path, code, domain: undefined, message: 'Why not.' });
const answered = { faults: [] };
const at = { path: ['child', 'health'], domain: 'HEALTH' as const };

describe('which of the six answers a value is', () => {
  it('is held where there is one', () => {
    expect(shown({ ...at, answer: answered, value: 3 })).toEqual({ kind: 'held', value: 3 });
  });

  it('is none where nothing is missing but the value, and says whether the reader sees all', () => {
    expect(shown({ ...at, answer: answered, value: null })).toEqual({ kind: 'none', seesAll: true });
    const access = { domain: 'HEALTH', outcome: 'EXISTENCE_ONLY', because: 'A part.' } as const;
    expect(shown({ ...at, answer: answered, value: null, access })).toEqual({ kind: 'none', seesAll: false });
  });

  it('is none, of an empty list, as far as the reader sees', () => {
    expect(shown({ ...at, answer: answered, value: [], seesAll: false })).toEqual({ kind: 'none', seesAll: false });
  });

  it.each([[['child', 'health']], [['child']], [[]]])(
    'is unavailable, never none, where a fault stands at %j',
    (path) => {
      const answer = { faults: [fault(path, 'SUBGRAPH_UNAVAILABLE')] };
      expect(shown({ ...at, answer, value: null })).toEqual({ kind: 'unavailable', domain: 'HEALTH' });
    },
  );

  it('is not unavailable for a fault of another part', () => {
    const answer = { faults: [fault(['child', 'socialCare'], 'SUBGRAPH_UNAVAILABLE')] };
    expect(shown({ ...at, answer, value: null })).toEqual({ kind: 'none', seesAll: true });
  });

  it('is not unavailable for what another domain could not add to a child who came, and is where nobody came', () => {
    const faults = [{ ...fault(['child'], 'SUBGRAPH_UNAVAILABLE'), domain: 'SOCIAL_CARE' }];
    const came = { faults, data: { child: { health: null, socialCare: null } } };
    expect(shown({ ...at, answer: came, value: 3 })).toEqual({ kind: 'held', value: 3 });
    expect(shown({ ...at, answer: came, value: null })).toEqual({ kind: 'none', seesAll: true });
    expect(shown({ ...at, domain: 'SOCIAL_CARE', answer: came, value: null })).toEqual({
      ...{ kind: 'unavailable', domain: 'SOCIAL_CARE' },
    });
    for (const data of [{ child: null }, null])
      expect(shown({ ...at, answer: { faults, data }, value: null })).toEqual({
        ...{ kind: 'unavailable', domain: 'HEALTH' },
      });
  });

  it('is refused by a fault that says so, and where the access says that nothing is shared', () => {
    const answer = { faults: [fault(['child', 'health'], 'REFUSED')] };
    expect(shown({ ...at, answer, value: null })).toEqual({ kind: 'refused', because: 'Why not.' });
    const access = { domain: 'HEALTH', outcome: 'NOT_SHARED', because: 'Not with schools.' } as const;
    expect(shown({ ...at, answer: answered, value: null, access })).toEqual({
      kind: 'refused',
      because: 'Not with schools.',
    });
  });

  it('is late where the record is, and so is what stands in it', () => {
    const record = shownRecord({ ...at, answer: answered, value: { ...stale, waiting: ['one'] } });
    expect(record).toMatchObject({ kind: 'late', lastReceived: source.lastReceived, expectedEvery: 'every day' });
    expect(within(record, ({ waiting }) => waiting)).toMatchObject({ kind: 'late', value: ['one'] });
    expect(shownRecord({ ...at, answer: answered, value: fresh })).toEqual({ kind: 'held', value: fresh });
  });

  it('is late where a domain’s news is not taken in yet, and could not be asked where nothing is there yet', () => {
    const faults = ['HEALTH', 'EDUCATION'].map((domain) => ({
      ...fault(['child', 'team'], 'SUBGRAPH_UNAVAILABLE'),
      domain,
    }));
    const team = { path: ['child', 'team'], domain: 'PARTNERSHIP' as const, answer: { faults } };
    const since = { lastReceived: null, expectedEvery: null };
    expect(shown({ ...team, value: ['Jo'] })).toEqual({
      ...{ kind: 'late', value: ['Jo'], ...since },
      behind: ['HEALTH', 'EDUCATION'],
    });
    for (const value of [[], null])
      expect(shown({ ...team, value })).toEqual({ kind: 'unavailable', domain: 'HEALTH' });
  });

  it('is, of what stands in a record, whatever the record is where there is none', () => {
    const unavailable = { kind: 'unavailable', domain: 'HEALTH' } as const;
    expect(within(unavailable, () => 1)).toBe(unavailable);
    expect(within({ kind: 'held', value: { list: [] } }, ({ list }) => list)).toEqual({ kind: 'none', seesAll: true });
  });

  it('is suppressed where a figure is, whatever stands beside it', () => {
    expect(figure(null, true)).toEqual({ kind: 'suppressed' });
    expect(figure(0, false)).toEqual({ kind: 'held', value: 0 });
    expect(figure(null, false)).toEqual({ kind: 'none', seesAll: true });
  });
});

describe('what is missing of something that came', () => {
  const path = ['child', 'health'];

  it('is none, or none that the reader sees', () => {
    expect(absenceIn([], path, true)).toBe('none');
    expect(absenceIn([], path, false)).toBe('none-seen');
  });

  it('is not known where a part below could not be asked, and is not where only others could not', () => {
    expect(absenceIn([fault(['child', 'health', 'waiting', 0, 'provider'], 'SUBGRAPH_UNAVAILABLE')], path, true)).toBe(
      'not-known',
    );
    expect(absenceIn([fault(['child', 'socialCare', 'plan'], 'SUBGRAPH_UNAVAILABLE')], path, true)).toBe('none');
    expect(absenceIn([fault(['child', 'health', 'waiting'], 'REFUSED')], path, false)).toBe('none-seen');
  });

  it('is not known where a domain could not add to what others told, unless the part is told by another', () => {
    const above = { ...fault([], 'SUBGRAPH_UNAVAILABLE'), domain: 'PARTNERSHIP' };
    expect(absenceIn([above], path, false)).toBe('not-known');
    expect(absenceIn([above], path, false, 'PARTNERSHIP')).toBe('not-known');
    expect(absenceIn([above], path, true, 'HEALTH')).toBe('none');
    expect(absenceIn([fault(path, 'SUBGRAPH_UNAVAILABLE')], path, true)).toBe('none');
  });
});
