import { describe, expect, it } from '@jest/globals';
import { suspended } from '../suspension/suspended.test-support.js';
import { SuspensionCategory } from '../suspension/suspension-category.js';
import { exclusionRisk } from './exclusion-risk.js';

const isWeekend = (on: string): boolean => [0, 6].includes(new Date(on).getUTCDay());
/** Half-term is the last week of October; of one school a week earlier. */
const isOpen = (urn: string, on: string): boolean =>
  !isWeekend(on) &&
  (urn === '900002' ? on < '2026-10-19' || on > '2026-10-23' : on < '2026-10-26' || on > '2026-10-30');

const on = (startedOn: string, over: object = {}) => suspended({ startedOn, ...over });
const risk = (told: ReturnType<typeof on>[], reviewed: string[] = [], today = '2026-12-01') =>
  exclusionRisk(told, reviewed, today, isOpen);

describe('the risk of an exclusion', () => {
  it('is flagged by the second suspension of a half-term, not by one in each', () => {
    expect(risk([on('2026-10-12'), on('2026-10-23')])).toEqual({ flaggedOn: '2026-10-23', by: 'TWO_IN_A_HALF_TERM' });
    expect(risk([on('2026-10-23'), on('2026-11-02')])).toBeNull();
    expect(risk([on('2026-10-23'), on('2026-11-02'), on('2026-12-01')])?.flaggedOn).toBe('2026-12-01');
    expect(risk([on('2026-10-12'), on('2026-10-13')], [], '2026-10-12')).toBeNull();
  });

  it('counts lunchtimes and two schools, not an exclusion for good nor what was cancelled unserved', () => {
    const lunch = on('2026-10-13', { category: SuspensionCategory.LUNCHTIME, sessions: null, lunchtimes: 1 });
    expect(risk([on('2026-10-12'), lunch])?.flaggedOn).toBe('2026-10-13');
    expect(risk([on('2026-10-23', { urn: '900001' }), on('2026-10-26', { urn: '900002' })])?.flaggedOn).toBe(
      '2026-10-26',
    );
    // Of the second school alone, and of the first alone, both lie in one half-term.
    expect(risk([on('2026-10-23', { urn: '900001' }), on('2026-11-02', { urn: '900002' })])).not.toBeNull();
    expect(risk([on('2026-10-12', { urn: '900001' }), on('2026-10-26', { urn: '900002' })])).not.toBeNull();
    const forGood = on('2026-10-13', { category: SuspensionCategory.PERMANENT, sessions: null });
    expect(risk([on('2026-10-12'), forGood])).toBeNull();
    expect(risk([on('2026-10-12'), on('2026-10-13', { cancelledOn: '2026-10-13', served: 0 })])).toBeNull();
    expect(risk([on('2026-10-12'), on('2026-10-13', { cancelledOn: '2026-10-14', served: 1 })])).not.toBeNull();
  });

  it('is of this school year', () => {
    expect(risk([on('2026-06-01'), on('2026-06-08')])).toBeNull();
    expect(risk([], ['2026-06-01'])).toBeNull();
  });

  it('is flagged by whoever records what was tried, where nothing did before', () => {
    expect(risk([], ['2026-11-09', '2026-09-14'])).toEqual({ flaggedOn: '2026-09-14', by: 'SOMEBODY' });
    expect(risk([on('2026-10-12'), on('2026-10-13')], ['2026-10-13'])?.by).toBe('TWO_IN_A_HALF_TERM');
    expect(risk([on('2026-10-12'), on('2026-10-13')], ['2026-10-09'])?.by).toBe('SOMEBODY');
  });
});
