import { InvalidInput } from '../../../platform/errors/hub-error.js';

/** The day that thresholds are told as at. @throws InvalidInput for one to come. */
export function dayAsked(on: string | null, today: string): string {
  if (on !== null && on > today) throw new InvalidInput('on must not be after today.');
  return on ?? today;
}
