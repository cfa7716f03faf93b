import { InvalidInput } from '../platform/errors/hub-error.js';

/** A request that is refused before its question is read, with the HTTP status that says so. */
export class NotTaken extends InvalidInput {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
