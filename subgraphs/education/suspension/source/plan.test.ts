import { describe, expect, it } from '@jest/globals';
import { SessionOfDay } from '../../../../platform/vocabulary/session-of-day.js';
import { SuspensionCategory } from '../suspension-category.js';
import type { SuspensionFact } from './fact.js';
import { planSuspensions } from './plan.js';

const fact: SuspensionFact = {
  ...{ kind: 'suspension', urn: '900001', startedOn: '2026-09-14', category: SuspensionCategory.SUSPENSION },
  ...{ session: SessionOfDay.AM, sessions: 4, lunchtimes: null, reasons: ['DB'], cancelledOn: null, served: null },
  ...{ provisionOn: '2026-09-17', provider: 'Hawthorn Centre' },
  ...{ councilToldOn: null, reviewedOn: null, reviewResult: null, reinstatedOn: null, senExpert: null },
};
const [then, now] = ['2026-09-15T09:00:00.000000Z', '2026-09-22T09:00:00.000000Z'];
const first = planSuspensions([], [{ childId: 'c', fact }], then).added;

describe('what is told of suspensions', () => {
  it('is new once, however often a file has it', () => {
    const told = { childId: 'c', fact };
    expect(planSuspensions([], [told, told], then).added).toHaveLength(1);
    expect(first).toMatchObject([{ version: 1, recordedAt: then, supersededAt: null, sessions: 4 }]);
    expect(planSuspensions(first, [told], now)).toEqual({ added: [], superseded: [] });
  });

  it('supersedes what was told of the same before, and nothing else', () => {
    const other = planSuspensions([], [{ childId: 'd', fact }], then).added;
    const changed = { ...fact, cancelledOn: '2026-09-15', served: 2 };
    const plan = planSuspensions([...first, ...other], [{ childId: 'c', fact: changed }], now);
    expect(plan.superseded).toEqual(first);
    expect(plan.added).toMatchObject([{ childId: 'c', version: 2, recordedAt: now, cancelledOn: '2026-09-15' }]);
  });

  it('takes no provision back by saying nothing of it', () => {
    const silent = { ...fact, provisionOn: null, provider: null };
    expect(planSuspensions(first, [{ childId: 'c', fact: silent }], now).added).toEqual([]);
    const sooner = { ...fact, provisionOn: '2026-09-16', provider: null };
    expect(planSuspensions(first, [{ childId: 'c', fact: sooner }], now).added).toMatchObject([
      { provisionOn: '2026-09-16', provider: null },
    ]);
  });

  it('keeps what was told of reviews, until something else is told', () => {
    const held = planSuspensions(
      [],
      [{ childId: 'c', fact: { ...fact, reviewedOn: '2026-09-18', reviewResult: 'A', councilToldOn: '2026-09-14' } }],
      then,
    ).added;
    expect(planSuspensions(held, [{ childId: 'c', fact }], now).added).toEqual([]);
    const reinstated = { ...fact, reviewedOn: '2026-09-21', reviewResult: 'E', reinstatedOn: '2026-09-22' };
    expect(planSuspensions(held, [{ childId: 'c', fact: reinstated }], now)).toMatchObject({
      superseded: held,
      added: [{ version: 2, reviewResult: 'E', reinstatedOn: '2026-09-22', councilToldOn: '2026-09-14' }],
    });
  });
});
