import { describe, expect, it } from '@jest/globals';
import type { Permit } from '../access/permit.js';
import type { Caller } from '../auth/door.js';
import type { Read, UnitOfWork } from '../db/unit-of-work.js';
import { Domain } from '../vocabulary/domain.js';
import { type Cube, suppressed } from '../access/cube.js';
import { Figures } from './figures.js';

const cube: Cube = {
  domain: Domain.SOCIAL_CARE,
  name: 'examples',
  field: 'Query.examples',
  dimensions: [],
  measures: ['children'],
  version: 'test-1',
  rules: [suppressed('commissioner').for('SERVICE_PLANNING').because('To plan.')],
};

/** What a unit is handed by somebody who asks for figures. */
async function handed(role: string, operations: readonly string[] | null, question: Record<string, string>) {
  const asked: { permit: Permit; question: string; read: Read<number> }[] = [];
  const unit = {
    readFigures: (permit: Permit, text: string, read: Read<number>) => {
      asked.push({ permit, question: text, read });
      return Promise.resolve({ rows: [], entitled: 'SUPPRESSED' });
    },
  } as unknown as UnitOfWork;
  const caller = { claims: { role, purpose: 'SERVICE_PLANNING' }, operations } as unknown as Caller;
  await new Figures({ caller, unit }).ask(cube, question, Number);
  const [one] = asked;
  if (!one) throw new Error('nothing was asked');
  return one;
}

describe('figures of groups', () => {
  it('are asked with one text for one question, and read by the cube’s own function', async () => {
    const one = await handed('commissioner', null, { to: '2', from: '1' });
    const other = await handed('commissioner', null, { from: '1', to: '2' });
    expect(one.question).toBe('{"from":"1","to":"2"}');
    expect(other.question).toBe(one.question);
    expect(one.permit.request).toEqual({
      ...{ holder: 'SOCIAL_CARE', about: 'SOCIAL_CARE', tier: 'EXISTENCE', act: 'AGGREGATE', operation: 'examples' },
    });
    expect(one.read.text).toContain('"social_care"."cube_examples"($1)');
    expect(one.read.values).toEqual([one.question]);
    expect(one.read.parse?.({ figures: 7 })).toBe(7);
  });

  it('are refused to whom no sentence speaks of, and to systems', async () => {
    expect((await handed('commissioner', null, {})).permit.refused).toBe(false);
    expect((await handed('senco', null, {})).permit.refused).toBe(true);
    expect((await handed('commissioner', ['SOCIAL_CARE:examples'], {})).permit.refused).toBe(true);
  });
});
