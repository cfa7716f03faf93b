import { type Command, Option } from 'commander';

/** An option a command cannot do without: its flags, what it is, and how its text is read. */
export interface RequiredOption {
  readonly flags: string;
  readonly about: string;
  readonly read?: (text: string, before: never) => unknown;
}

/**
 * Adds options that must be given. The help marks them, and whoever leaves some out is told all of them at once, where
 * commander names the first.
 */
export function requireOptions(command: Command, required: readonly RequiredOption[]): Command {
  const options = required.map(({ flags, about, read }) => {
    const option = new Option(flags, `${about} (required)`);
    return read ? option.argParser(read as (text: string, before: unknown) => unknown) : option;
  });
  for (const option of options) command.addOption(option);
  return command.hook('preAction', () => {
    const missing = options.filter((option) => command.getOptionValue(option.attributeName()) === undefined);
    if (missing.length > 0)
      command.error(`error: ${command.name()} needs ${missing.map(({ flags }) => flags).join(' and ')}.`);
  });
}
