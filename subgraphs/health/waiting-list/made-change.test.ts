import { describe, expect, it } from '@jest/globals';
import type { Asked } from './judge-change.js';
import { type KnownStep, madeChange } from './made-change.js';
import { HealthService, WaitingStatus } from './status.js';

const { ACCEPTED_WAITING, BOOKED, DID_NOT_ATTEND, DISCHARGED, ON_HOLD, REDIRECTED, REFERRED, TRIAGE } = WaitingStatus;

const held = (status: WaitingStatus, nextAppointmentOn: string | null = null) => ({
  ...{ status, statusOn: '2026-02-02', nextAppointmentOn },
});
const asked = (to: WaitingStatus, over: Partial<Asked> = {}): Asked => ({
  ...{ expectedVersion: 1, to, effectiveOn: '2026-03-02' },
  ...over,
});
const step = (id: number, to: WaitingStatus, effectiveOn: string, over: Partial<KnownStep> = {}): KnownStep => ({
  ...{ id, to, effectiveOn, corrects: null, appointmentOn: null, firstAppointment: false, properlyOffered: false },
  ...{ wasNotBrought: false, cancelledBy: null },
  ...over,
});

describe('what a step writes', () => {
  it('is the status and its day, and the step with its reason', () => {
    expect(madeChange(held(ACCEPTED_WAITING), [], asked(ON_HOLD, { reason: 'Abroad' }))).toEqual({
      entry: { status: ON_HOLD, statusOn: '2026-03-02' },
      step: {
        ...{ from: ACCEPTED_WAITING, to: ON_HOLD, effectiveOn: '2026-03-02', reason: 'Abroad', corrects: null },
        ...{ appointmentOn: null, firstAppointment: false, properlyOffered: false, wasNotBrought: false },
        ...{ cancelledBy: null, rttStatus: null, redirectTo: null, redirectProvider: null },
      },
    });
  });

  it('is what it says besides, and leaves alone what it says nothing of', () => {
    const said = { nextStep: 'We ring', supportWhileWaiting: ['Advice line'], carePlanOn: null };
    expect(madeChange(held(REFERRED), [], asked(TRIAGE, said)).entry).toEqual({
      ...{ status: TRIAGE, statusOn: '2026-03-02', ...said },
    });
  });

  it('is no step where the status stays and more is said', () => {
    const made = madeChange(held(BOOKED, '2026-03-20'), [], asked(BOOKED, { nextStep: 'Bring a book' }));
    expect(made).toEqual({ entry: { nextStep: 'Bring a book' }, step: null });
  });

  it('says of a redirect where to', () => {
    const to = { redirectTo: HealthService.SALT, redirectProviderId: 'ZQ2' };
    expect(madeChange(held(TRIAGE), [], asked(REDIRECTED, { ...to, reason: 'Nearer' })).step).toMatchObject({
      ...{ redirectTo: 'SALT', redirectProvider: 'ZQ2', reason: 'Nearer' },
    });
  });
});

describe('the appointment that a step is of', () => {
  it.each([
    [
      'a booking books one',
      held(ACCEPTED_WAITING),
      asked(BOOKED, { nextAppointmentOn: '2026-04-01' }),
      '2026-04-01',
      '2026-04-01',
    ],
    ['a booking is of the one ahead', held(ACCEPTED_WAITING, '2026-03-09'), asked(BOOKED), '2026-03-09', '2026-03-09'],
    ['a booking is not of one that was', held(ACCEPTED_WAITING, '2026-03-01'), asked(BOOKED), null, null],
    [
      'a missed one is the booked',
      held(BOOKED, '2026-03-01'),
      asked(DID_NOT_ATTEND, { wasNotBrought: true }),
      '2026-03-01',
      null,
    ],
    [
      'a cancelled one is the booked',
      held(BOOKED, '2026-03-09'),
      asked(ACCEPTED_WAITING, { cancelledBy: 'FAMILY' }),
      '2026-03-09',
      null,
    ],
    ['a closure leaves none to come', held(BOOKED, '2026-03-09'), asked(DISCHARGED, { reason: 'Moved' }), null, null],
  ] as const)('is told, and what is to come: %s', (_, standing, change, appointmentOn, next) => {
    const made = madeChange(standing, [], change);
    expect(made.step?.appointmentOn ?? null).toBe(appointmentOn);
    expect(made.entry.nextAppointmentOn).toBe(next);
  });

  it('to come stays where nothing booked it or ends it', () => {
    expect(
      madeChange(held(ACCEPTED_WAITING, '2026-03-09'), [], asked(ON_HOLD, { reason: 'x' })).entry,
    ).not.toHaveProperty('nextAppointmentOn');
  });
});

describe('what a correction writes', () => {
  const history = [
    step(1, REFERRED, '2026-01-05'),
    step(2, ACCEPTED_WAITING, '2026-01-20'),
    step(3, BOOKED, '2026-02-02', { appointmentOn: '2026-03-20', firstAppointment: true, properlyOffered: true }),
  ];
  const corrects = (id: number, to: WaitingStatus, over: Partial<Asked> = {}) =>
    madeChange(
      held(BOOKED, '2026-03-20'),
      history,
      asked(to, { corrects: String(id), effectiveOn: '2026-02-03', ...over }),
    );

  it('is a step that names the one it puts right, and repeats what was not wrong', () => {
    const { entry, step: made } = corrects(3, BOOKED);
    expect(entry).toEqual({ status: BOOKED, statusOn: '2026-02-03', nextAppointmentOn: '2026-03-20' });
    expect(made).toMatchObject({
      ...{ from: ACCEPTED_WAITING, to: BOOKED, corrects: 3, appointmentOn: '2026-03-20' },
      ...{ firstAppointment: true, properlyOffered: true, wasNotBrought: false },
    });
  });

  it('says what it says otherwise', () => {
    expect(corrects(3, BOOKED, { nextAppointmentOn: '2026-03-27', properlyOffered: false }).step).toMatchObject({
      ...{ appointmentOn: '2026-03-27', firstAppointment: true, properlyOffered: false },
    });
  });

  it('takes back a booking that never was, and what was to come of it', () => {
    const { entry, step: made } = corrects(3, ACCEPTED_WAITING);
    expect(entry).toMatchObject({ status: ACCEPTED_WAITING, nextAppointmentOn: null });
    expect(made).toMatchObject({ from: ACCEPTED_WAITING, to: ACCEPTED_WAITING, firstAppointment: false });
  });

  it('of an earlier step leaves the entry where the later ones put it', () => {
    const { entry } = madeChange(
      held(BOOKED, '2026-03-20'),
      history,
      asked(ACCEPTED_WAITING, { corrects: '2', effectiveOn: '2026-01-22' }),
    );
    expect(entry).toMatchObject({ status: BOOKED, statusOn: '2026-02-02' });
  });

  describe('where the child was booked twice', () => {
    const twice = [
      step(1, ACCEPTED_WAITING, '2026-01-05'),
      step(2, BOOKED, '2026-01-12', { appointmentOn: '2026-01-19', firstAppointment: true }),
      step(3, DID_NOT_ATTEND, '2026-01-19', { appointmentOn: '2026-01-19', wasNotBrought: true }),
      step(4, ACCEPTED_WAITING, '2026-01-20'),
      step(5, BOOKED, '2026-02-02', { appointmentOn: '2026-03-20' }),
    ];
    const of = (id: number, to: WaitingStatus, over: Partial<Asked>) =>
      madeChange(held(BOOKED, '2026-03-20'), twice, asked(to, { corrects: String(id), ...over }));

    it('of the first booking leaves the second one to come', () => {
      const day = of(2, BOOKED, { effectiveOn: '2026-01-13' });
      expect(day.step).toMatchObject({ appointmentOn: '2026-01-19', firstAppointment: true });
      const appointment = of(2, BOOKED, { effectiveOn: '2026-01-12', nextAppointmentOn: '2026-01-18' });
      expect(appointment.step).toMatchObject({ appointmentOn: '2026-01-18' });
      for (const { entry } of [day, appointment]) expect(entry).toEqual({ status: BOOKED, statusOn: '2026-02-02' });
    });

    it('of the missed one is of the booking before it, not of the one to come', () => {
      const seenLate = [...twice.slice(0, 2), step(3, ACCEPTED_WAITING, '2026-01-19'), ...twice.slice(4)];
      const missed = asked(DID_NOT_ATTEND, { corrects: '3', effectiveOn: '2026-01-19', wasNotBrought: true });
      expect(madeChange(held(BOOKED, '2026-03-20'), seenLate, missed).step).toMatchObject({
        ...{ from: BOOKED, appointmentOn: '2026-01-19', wasNotBrought: true },
      });
    });

    it('of the last step back to its booking is of that booking as it was put right', () => {
      const right = step(4, BOOKED, '2026-01-12', { appointmentOn: '2026-01-26', corrects: 2 });
      const until = [...twice.slice(0, 3), right];
      const back = asked(BOOKED, { corrects: '3', effectiveOn: '2026-01-19' });
      const made = madeChange(held(DID_NOT_ATTEND), until, back);
      expect(made.step).toMatchObject({ to: BOOKED, appointmentOn: '2026-01-26' });
      expect(made.entry).toMatchObject({ status: BOOKED, nextAppointmentOn: '2026-01-26' });
    });

    it('that makes an earlier booking the last step says what is to come by it', () => {
      const cancelled = [...twice, step(6, ACCEPTED_WAITING, '2026-02-09')];
      const before = asked(ACCEPTED_WAITING, { corrects: '6', effectiveOn: '2026-02-01' });
      expect(madeChange(held(ACCEPTED_WAITING), cancelled, before).entry).toEqual({
        ...{ status: BOOKED, statusOn: '2026-02-02', nextAppointmentOn: '2026-03-20' },
      });
    });
  });
});
