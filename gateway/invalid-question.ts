import type { SourceLocation } from 'graphql';
import { InvalidInput } from '../platform/errors/hub-error.js';

/** A question that cannot be taken, and where in its text the fault is: lines and columns counted from 1. */
export class InvalidQuestion extends InvalidInput {
  constructor(
    message: string,
    readonly locations: readonly SourceLocation[],
  ) {
    super(message);
  }
}
