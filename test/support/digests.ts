import { digests } from '../../cli/digest.js';
import { loginsFor } from '../../cli/database.js';
import { loginUrl } from '../../platform/db/logins.js';
import { roleNames } from '../../platform/db/names.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import type { TestHub } from './hub.js';
import { rolePrefix } from './templates.js';

/** One digest a domain, as an operator asks for them. */
export const digestsOf = (at: TestHub): Promise<Record<string, string>> =>
  digests(
    loginUrl(at.adminUrl, roleNames(rolePrefix).operator, loginsFor(at.environment, rolePrefix)),
    Object.values(Domain),
  );
