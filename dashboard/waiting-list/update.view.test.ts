import { describe, expect, it } from '@jest/globals';
import { changed, changeOf, stepsOf } from './update.view.js';
import type { Entry } from './wait.js';

const entry = {
  id: 'e1',
  version: 4,
  status: 'ACCEPTED_WAITING',
  allowedNext: [
    { status: 'BOOKED', needsReason: false },
    { status: 'ON_HOLD', needsReason: true },
    { status: 'REDIRECTED', needsReason: true },
    { status: 'DID_NOT_ATTEND', needsReason: false },
  ],
} as unknown as Entry;
const form = { to: 'BOOKED', effectiveOn: '2026-11-20', expectedVersion: '4', idempotencyKey: 'k' };
const faultsOf = (over: Record<string, string>): string[] => {
  const change = changeOf(entry, { ...form, ...over });
  return change.complete ? [] : change.faults.map(({ field }) => field);
};

describe('what a form asks for', () => {
  it('is a step that is allowed, or to stay', () => {
    expect(stepsOf(entry).map(({ status }) => status)).toEqual([
      'ACCEPTED_WAITING',
      'BOOKED',
      'ON_HOLD',
      'REDIRECTED',
      'DID_NOT_ATTEND',
    ]);
    expect(changeOf(entry, form)).toMatchObject({
      complete: true,
      inputs: [{ id: 'e1', to: 'BOOKED', expectedVersion: 4, idempotencyKey: 'k' }],
    });
    expect(faultsOf({ to: 'DISCHARGED' })).toEqual(['to']);
    expect(faultsOf({ to: '' })).toEqual(['to']);
  });

  it('has a day, and a reason where the step needs one', () => {
    expect(faultsOf({ effectiveOn: '2026-02-30' })).toEqual(['effectiveOn']);
    expect(faultsOf({ nextAppointmentOn: 'soon' })).toEqual(['nextAppointmentOn']);
    expect(faultsOf({ to: 'ON_HOLD', reason: '  ' })).toEqual(['reason']);
    expect(faultsOf({ to: 'ON_HOLD', reason: 'The family asked for it.' })).toEqual([]);
  });

  it('takes no appointment away by an empty field', () => {
    const asked = (nextAppointmentOn: string) => {
      const change = changeOf(entry, { ...form, nextAppointmentOn });
      return change.complete ? change.inputs[0] : null;
    };
    expect(Object.keys(asked('') ?? { nextAppointmentOn: null })).not.toContain('nextAppointmentOn');
    expect(asked('2026-12-14')).toMatchObject({ nextAppointmentOn: '2026-12-14' });
  });

  it('says where a child is sent on to, and of nobody else', () => {
    const to = { to: 'REDIRECTED', reason: 'Another service.' };
    expect(faultsOf({ ...to, redirectTo: 'SALT' })).toEqual(['redirectProviderId']);
    expect(faultsOf(to)).toEqual(['redirectTo', 'redirectProviderId']);
    expect(faultsOf({ ...to, redirectTo: 'HEALTH_SERVICE', redirectProviderId: 'XSL02' })).toEqual(['redirectTo']);
    const sent = changeOf(entry, { ...form, ...to, redirectTo: 'SALT', redirectProviderId: 'XSL02' });
    expect(sent).toMatchObject({ complete: true, inputs: [{ redirectTo: 'SALT', redirectProviderId: 'XSL02' }] });
    const booked = changeOf(entry, { ...form, redirectTo: 'SALT', redirectProviderId: 'XSL02' });
    expect(booked.complete && Object.keys(booked.inputs[0] ?? {})).not.toContain('redirectTo');
  });

  it('says that a child was not brought only of an appointment that was missed', () => {
    const missed = changeOf(entry, { ...form, to: 'DID_NOT_ATTEND', wasNotBrought: 'yes' });
    expect(missed).toMatchObject({ complete: true, inputs: [{ wasNotBrought: true }] });
    const booked = changeOf(entry, { ...form, wasNotBrought: 'yes' });
    expect(booked.complete && Object.keys(booked.inputs[0] ?? {})).not.toContain('wasNotBrought');
  });
});

describe('what came of it', () => {
  it('is done', () => {
    expect(changed({ __typename: 'WaitingListEntryUpdated' } as never)).toEqual({ state: 'done' });
  });

  it('names the steps that are allowed, where one is not', () => {
    const came = changed({ __typename: 'IllegalTransition', from: 'DISCHARGED', to: 'BOOKED', allowed: [] });
    expect(came).toMatchObject({
      faults: [{ field: 'to', words: 'From discharged it cannot become booked. Allowed: nothing, for it has ended.' }],
    });
  });

  it('says who was first, when, and that nothing was saved', () => {
    const conflict = {
      changedBy: 'A colleague',
      changedAt: '2026-11-20T09:05:00.000Z',
      current: { id: 'e1', status: 'BOOKED', version: 5 },
    };
    const came = changed({ __typename: 'VersionConflict', ...conflict } as never);
    expect(came).toMatchObject({ theirs: 'A colleague changed it on 20 Nov 2026, 9:05am: it stands at booked now.' });
    expect(JSON.stringify(came)).toContain('Nothing of yours was saved.');
  });
});
