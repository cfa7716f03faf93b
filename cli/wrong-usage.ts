import { InvalidInput } from '../platform/errors/hub-error.js';

/** A command was called otherwise than it is used. The message says how; the exit code is 2. */
export class WrongUsage extends InvalidInput {
  /** Does `work` on what was typed: what it refuses as invalid input is wrong usage. */
  static of<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw error instanceof InvalidInput ? new WrongUsage(error.message, error.details, { cause: error }) : error;
    }
  }
}
