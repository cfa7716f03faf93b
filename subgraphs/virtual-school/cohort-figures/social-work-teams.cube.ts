import type { Cube } from '../../../platform/access/cube.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { teamNamesRules } from './cohort-figures.policy.js';

/** The teams of social care by which figures and lists can be asked for. */
export const socialWorkTeamsCube: Cube = {
  domain: Domain.VIRTUAL_SCHOOL,
  name: 'social_work_teams',
  field: 'Query.socialWorkTeams',
  dimensions: [],
  measures: ['the team’s name'],
  version: 'social-work-teams-2026-11',
  rules: teamNamesRules,
};
