import { describe, expect, it } from '@jest/globals';
import { purposes } from '../vocabulary/purpose.js';
import { personas } from './personas.js';

const contract = `senco, designated-safeguarding-lead, headteacher, send-officer, ehc-coordinator, educational-psychologist,
  attendance-officer, exclusions-officer, social-worker, social-work-team-manager, virtual-school-head, virtual-school-adviser, camhs-clinician, salt-therapist,
  health-admin, team-around-school-lead, commissioner, analyst, match-reviewer, ig-officer, auditor, integrator`;

describe('the personas', () => {
  it('are those of the contract', () => {
    expect(personas.map(({ role }) => role)).toEqual(contract.split(',').map((name) => name.trim()));
  });

  it('each have a purpose of the list, at least one scope and a subject of their own', () => {
    for (const { purposes: own, scopes } of personas) {
      expect(own.length).toBeGreaterThan(0);
      expect(own.every((purpose) => purposes.includes(purpose))).toBe(true);
      expect(scopes.length).toBeGreaterThan(0);
    }
    expect(new Set(personas.map(({ sub }) => sub)).size).toBe(personas.length);
  });

  it('give nobody who only counts or loads a way to read a child', () => {
    const counting = personas.filter(({ role }) => ['commissioner', 'analyst', 'auditor', 'integrator'].includes(role));
    expect(counting.flatMap(({ scopes }) => scopes).filter((scope) => scope === 'partnership:read')).toEqual([]);
    expect(personas.filter(({ scopes }) => scopes.includes('partnership:read'))).toHaveLength(personas.length - 4);
  });
});
