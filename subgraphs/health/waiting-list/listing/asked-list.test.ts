import { describe, expect, it } from '@jest/globals';
import { roles } from '../../../../platform/vocabulary/role.js';
import { WaitingStatus } from '../status.js';
import { ToldService } from '../told-service.js';
import { askedList, questionOf } from './asked-list.js';

const today = '2026-11-20';

describe('what is asked of a waiting list', () => {
  it.each(roles)('is a school’s own roll for whoever works there, as a %s too', (role) => {
    const asked = (schoolUrn: string) => askedList({ schoolUrn }, null, { role, org: '900001' }, today);
    expect(asked('900001')).toMatchObject({ none: false, grantee: 'org:900001' });
    expect(asked('900002')).toMatchObject({ none: true });
  });

  it.each(roles)('is no school’s roll for a %s who works elsewhere', (role) => {
    for (const org of ['990', 'XAC01', '90000', '9000011'])
      expect(() => askedList({ schoolUrn: '900001' }, null, { role, org }, today)).toThrow(
        'schoolUrn can be given by staff of that school only.',
      );
  });

  it('is everything that connects the caller, where no school is named', () => {
    expect(askedList({}, null, { role: 'senco', org: '900001' }, today)).toMatchObject({
      ...{ first: 100, none: false, grantee: undefined },
      narrowing: { services: null, statuses: null, provider: null, receivedBy: null },
    });
  });

  it('names services that have a name', () => {
    const services = [ToldService.CAMHS, ToldService.HEALTH_SERVICE];
    expect(() => askedList({ services }, null, { role: 'senco', org: '900001' }, today)).toThrow(
      'services must name a service: HEALTH_SERVICE stands for one that is not named.',
    );
  });

  it('would tell of a service where it names one, another’s lists, or a clock; a provider’s own name themselves', () => {
    const named = (filter: object) => {
      const claims = { role: 'health-admin', org: 'XSL02' } as const;
      return questionOf(askedList(filter, null, claims, today), claims.org).named;
    };
    for (const filter of [{ services: [ToldService.SALT] }, { providerId: 'XAC01' }, { breached: false }])
      expect([filter, named(filter)]).toEqual([filter, true]);
    for (const filter of [{}, { providerId: 'XSL02' }, { statuses: [WaitingStatus.TRIAGE], waitingAtLeastWeeks: 2 }])
      expect([filter, named(filter)]).toEqual([filter, false]);
  });
});
