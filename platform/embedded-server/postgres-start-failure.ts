/** What stood in the way; the CLI may choose its exit by it, the message is for people. */
export type PostgresStartReason =
  | 'account-missing'
  | 'binaries-missing'
  | 'data-directory-not-writable'
  | 'initdb-failed'
  | 'other-major-version'
  | 'password-missing'
  | 'port-in-use'
  | 'server-stopped';

/** The embedded database did not start. The message is one line that says what is wrong and what to do. */
export class PostgresStartFailure extends Error {
  constructor(
    readonly reason: PostgresStartReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'PostgresStartFailure';
  }
}
