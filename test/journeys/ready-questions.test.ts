import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readyQuestions, readyText } from '../../cli/ready-questions.js';
import { seatSampleTeams } from '../../cli/sample-teams.js';
import { personas } from '../../platform/auth/personas.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub({ area: true });
  // As on a first start: a lead sees a team only where one is seated.
  await seatSampleTeams(hub.assembly, [hub.story('all-five').schoolUrn ?? '']);
});

afterAll(() => hub.close());

describe('a ready question', () => {
  it('is there for each persona, once and in their order', () => {
    expect(readyQuestions.map(({ role }) => role)).toEqual(personas.map(({ role }) => role));
  });

  it.each(readyQuestions)('of $role is answered without an error: $operation', async (question) => {
    const { id: childId, schoolUrn } = hub.story('all-five');
    const school = schoolUrn ?? '';
    const variables = question.variables({ childId, school, today: hub.environment.today ?? '' });
    const persona = personas.find(({ role }) => role === question.role);
    const at = persona?.works === 'school' || persona?.forSchool ? { school } : {};
    const { status, body } = await hub.post({ persona: question.role, ...at }, readyText(question), variables);
    expect(body.errors).toBeUndefined();
    expect(status).toBe(200);
    expect(Object.values(body.data ?? {})).not.toHaveLength(0);
    expect(Object.values(body.data ?? {})).not.toContain(null);
  });
});
