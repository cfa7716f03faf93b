import { describe, expect, it } from '@jest/globals';
import { personas } from '../../platform/auth/personas.js';
import { capital } from './codes.js';
import { roleWords, seatText } from './roles.js';

describe('a role in words', () => {
  it('is for every persona what the persona is called, but for who leads a team', () => {
    const called = personas.map(({ role }) => capital(roleWords(role)));
    const titles = personas.map(({ role, title }) =>
      role === 'team-around-school-lead' ? 'Lead of the team around the school' : title,
    );
    expect(called).toEqual(titles);
  });

  it('is, of a seat in a team, a directory’s own words as they came, and of a code what it means', () => {
    expect(['Co-ordinator (SEND)', 'team-around-school-lead', 'headteacher'].map(seatText)).toEqual([
      ...['Co-ordinator (SEND)', 'Lead of the team around the school', 'Headteacher'],
    ]);
  });
});
