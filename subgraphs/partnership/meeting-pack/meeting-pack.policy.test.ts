import { describe, expect, it } from '@jest/globals';
import { roles } from '../../../platform/vocabulary/role.js';
import { mayAskForPack } from './meeting-pack.policy.js';

const may = (org: string, belongs: boolean): string[] =>
  roles.filter((role) => mayAskForPack({ role, org }, '900001', belongs));

const leaders = ['senco', 'designated-safeguarding-lead', 'headteacher'];

describe('the packs of a school’s team', () => {
  it('are for those who lead the school, and for a lead who belongs to the team', () => {
    expect(may('900001', true)).toEqual([...leaders, 'team-around-school-lead']);
    expect(may('900001', false)).toEqual(leaders);
    expect(may('990', true)).toEqual(['team-around-school-lead']);
    expect(may('900002', false)).toEqual([]);
  });
});
