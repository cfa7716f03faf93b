import { describe, expect, it } from '@jest/globals';
import { childWeekId, childWeekOf } from './child-week-id.js';

const childId = '7d9c0a52-6c3e-4d5e-9a54-0b1f6d3c2e11';

describe('the id of a child’s week', () => {
  it('says which child and which week', () => {
    expect(childWeekOf(childWeekId(childId, '2026-11-16'))).toEqual({ childId, week: '2026-11-16' });
  });

  it.each([
    '',
    childId,
    `${childId}.2026-11-17`,
    `${childId}.2026-02-30`,
    `${childId}.20261116`,
    `${childId}.2026-11-16.`,
    'somebody.2026-11-16',
    7,
    null,
  ])('is nothing else: %p', (id) => {
    expect(childWeekOf(id)).toBeNull();
  });
});
