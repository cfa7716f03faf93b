import { InvalidInput } from '../platform/errors/hub-error.js';

/** A command was called otherwise than it is used. The message says how; the exit code is 2. */
export class WrongUsage extends InvalidInput {}
