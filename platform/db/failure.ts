import { Defect, HubError, InvalidInput, Refused, Unauthenticated, Unavailable } from '../errors/hub-error.js';

const sqlState = (error: unknown): string | undefined => (error as { code?: string } | null)?.code;

/** A PostgreSQL or connection error as one of ours. Its text stays behind: it may quote a value. */
export function databaseFailure(error: unknown): HubError {
  if (error instanceof HubError) return error;
  const state = sqlState(error) ?? '';
  const facts = { sqlState: state };
  if (state === '28000') return new Unauthenticated('The caller was not vouched for.', facts, { cause: error });
  if (state === 'HUB30')
    return new Refused('You looked up many children within a minute: wait a minute, then go on.', facts, {
      cause: error,
    });
  if (state === 'HUB31')
    return new InvalidInput('userId names nobody who has signed in to the hub: ask them to sign in once.', facts, {
      cause: error,
    });
  // Two that wait for one another, of which the database ends one, have done nothing wrong: it is undone, and may be asked again.
  const refusedByServer = /^(08|40|53|57)/.test(state) || state === '55P03';
  const neverArrived = state === '' || state.startsWith('E');
  if (refusedByServer || neverArrived)
    return new Unavailable('The source could not be asked.', facts, { cause: error });
  return new Defect('Something went wrong on our side.', facts, { cause: error });
}
