import { InvalidInput } from '../errors/hub-error.js';

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use: stop what listens there, or set HUB_PORT',
  EACCES: 'may not be listened on by this user: set HUB_PORT to one above 1023',
  ENOTFOUND: 'cannot be listened on, for that is no address: set HUB_HOST',
  EADDRNOTAVAIL: 'cannot be listened on, for the address is not of this computer: set HUB_HOST',
};

/** Why a part of the hub cannot listen where it was told to, in one sentence, with the true reason. */
export function portRefusal(
  error: NodeJS.ErrnoException,
  { host, port }: { host: string; port: number },
): InvalidInput {
  const reason = reasons[error.code ?? ''] ?? `cannot be listened on (${error.code ?? error.name}): set HUB_PORT`;
  return new InvalidInput(`Port ${String(port)} of ${host} ${reason}.`, {}, { cause: error });
}
