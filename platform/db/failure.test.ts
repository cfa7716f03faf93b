import { describe, expect, it } from '@jest/globals';
import { Conflict, Defect, InvalidInput, Refused, Unauthenticated, Unavailable } from '../errors/hub-error.js';
import { databaseFailure } from './failure.js';

const withState = (code?: string): Error =>
  Object.assign(new Error('value "Tamsin" of column given'), code === undefined ? {} : { code });

describe('a failure of the database', () => {
  it.each([
    ['a caller who was not vouched for', '28000', Unauthenticated],
    ['too many looked up', 'HUB30', Refused],
    ['nobody who signed in', 'HUB31', InvalidInput],
    ['a connection that was lost', '08006', Unavailable],
    ['two that wait for one another', '40P01', Unavailable],
    ['two that cannot both have come first', '40001', Unavailable],
    ['a server that is full', '53300', Unavailable],
    ['a statement that took too long', '57014', Unavailable],
    ['a server that is stopped', '57P01', Unavailable],
    ['a lock that was not to be had in time', '55P03', Unavailable],
    ['a connection that was refused', 'ECONNREFUSED', Unavailable],
    ['a connection that broke without a word', undefined, Unavailable],
    ['a key that is there already', '23505', Defect],
    ['a row that may not be written', '42501', Defect],
    ['a state that another prevents', '55000', Defect],
  ] as const)('of %s (%s) is told as what its caller can do about it', (_, state, as) => {
    const told = databaseFailure(withState(state));
    expect(told).toBeInstanceOf(as);
    expect(told.message).not.toContain('Tamsin');
  });

  it('that is one of ours stays as it is', () => {
    const ours = new Conflict('Look again.');
    expect(databaseFailure(ours)).toBe(ours);
  });
});
