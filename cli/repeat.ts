import { type Environment, readEnvironment } from '../platform/config/environment.js';
import { databaseOf, loginUrl } from '../platform/db/logins.js';
import { roleNames, subgraphName } from '../platform/db/names.js';
import type { OperatorRepository } from '../platform/db/operator.repository.js';
import type { Repetition } from '../platform/events/repetition.js';
import { createLog } from '../platform/telemetry/log.js';
import type { Domain } from '../platform/vocabulary/domain.js';
import { askEachDomain } from './ask-each-domain.js';
import { assemble } from './assemble.js';
import { loginsFor, openServer } from './database.js';
import { manifests } from './domains.js';
import { requireStarted } from './require-started.js';
import { WrongUsage } from './wrong-usage.js';

/** A domain whose consumers are to do something again, and which of them. */
export interface Repeated {
  readonly domain: Domain;
  readonly consumers: readonly string[];
}

/** What a domain's digest was before and after. */
export interface Compared<Done> {
  readonly done: Done;
  readonly kept: { readonly children: number; readonly rows: number };
  readonly digestBefore: string;
  readonly digestAfter: string;
}

const keeping: readonly Repeated[] = manifests
  .map(({ domain, consumers }) => ({ domain, consumers: (consumers ?? []).map(({ name }) => name) }))
  .filter(({ consumers }) => consumers.length > 0);

/** All consumers of the domain of this name. @throws WrongUsage where it keeps nothing of other domains' facts. */
export function keeperNamed(name: string): Repeated {
  const found = keeping.find(({ domain }) => subgraphName(domain) === name);
  if (found) return found;
  const known = keeping.map(({ domain }) => subgraphName(domain)).join(', ');
  throw new WrongUsage(`${name} is no domain that keeps anything of others: use one of ${known}.`);
}

/** The consumer of this name, or all of a domain. @throws WrongUsage where there is neither. */
export function consumersNamed(name: string): Repeated {
  const one = keeping.find(({ consumers }) => consumers.includes(name));
  if (one) return { domain: one.domain, consumers: [name] };
  const domain = keeping.find((each) => subgraphName(each.domain) === name);
  if (domain) return domain;
  const known = keeping.flatMap((each) => [subgraphName(each.domain), ...each.consumers]).join(', ');
  throw new WrongUsage(`There is no consumer ${name}: use one of ${known}.`);
}

type Ask = <Answer>(ask: (of: OperatorRepository) => Promise<Answer>) => Promise<Answer>;

function operatorOf(environment: Environment, adminUrl: string, domain: Domain): Ask {
  const prefix = databaseOf(adminUrl);
  const url = loginUrl(adminUrl, roleNames(prefix).operator, loginsFor(environment, prefix));
  return async <Answer>(ask: (of: OperatorRepository) => Promise<Answer>) =>
    (await askEachDomain(url, [domain], ask))[subgraphName(domain)] as Answer;
}

/** Has consumers do something again, in a process of its own, through the doors and by the keys that they always use. */
export async function repeat<Done>(
  { domain, consumers }: Repeated,
  work: (repetitions: readonly Repetition[]) => Promise<Done>,
): Promise<Compared<Done>> {
  const environment = readEnvironment();
  requireStarted(environment);
  const server = await openServer(environment);
  try {
    const here = manifests
      .map((manifest) => manifest.domain)
      .filter((one) => one === domain || environment.subgraphUrl(subgraphName(one)) === undefined);
    const log = createLog(environment.logLevel);
    const assembly = await assemble({ environment, log, adminUrl: server.adminUrl, here });
    try {
      const ask = operatorOf(environment, server.adminUrl, domain);
      const digestBefore = await ask((of) => of.digest());
      const named = (await assembly.repetitions()).filter(({ consumer: { name } }) => consumers.includes(name));
      const done = await work(named);
      return { done, kept: await ask((of) => of.kept()), digestBefore, digestAfter: await ask((of) => of.digest()) };
    } finally {
      await assembly.close();
    }
  } finally {
    await server.stop();
  }
}
