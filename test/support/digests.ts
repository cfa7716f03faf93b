import { askEachDomain } from '../../cli/ask-each-domain.js';
import { loginsFor } from '../../cli/database.js';
import { loginUrl } from '../../platform/db/logins.js';
import { roleNames } from '../../platform/db/names.js';
import type { OperatorRepository, QualityCount, Reconciled } from '../../platform/db/operator.repository.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import type { TestHub } from './hub.js';
import { rolePrefix } from './templates.js';

const askAll = <Answer>(
  at: TestHub,
  ask: (of: OperatorRepository) => Promise<Answer>,
): Promise<Record<string, Answer>> =>
  askEachDomain(
    loginUrl(at.adminUrl, roleNames(rolePrefix).operator, loginsFor(at.environment, rolePrefix)),
    Object.values(Domain),
    ask,
  );

/** One digest a domain, as an operator asks for them. */
export const digestsOf = (at: TestHub): Promise<Record<string, string>> => askAll(at, (of) => of.digest());

/** What rules count in each domain, as an operator asks for it. */
export const qualityOf = (at: TestHub): Promise<Record<string, QualityCount[]>> => askAll(at, (of) => of.quality());

/** Whether history, audit and events of each domain agree, as an operator asks for it. */
export const reconciledOf = (at: TestHub): Promise<Record<string, Reconciled | null>> =>
  askAll(at, (of) => of.reconcile());
