import type { Client } from 'pg';
import type { Domain } from '../vocabulary/domain.js';
import { inTransaction } from './in-transaction.js';
import { roleNames, schemaOf } from './names.js';

/** What an operator may ask each domain for: thin words in its schema over the functions that digest and that count. */
const operatorWords = {
  digest: 'text',
  quality: 'table (source text, rule text, message text, count bigint)',
  kept: 'table (children bigint, "rows" bigint)',
  reconcile: 'table (steps bigint, unaudited bigint, unsaid bigint)',
};

/** `<domain>.digest()`, `quality()`, `kept()` and `reconcile()`: the same in every domain, and therefore no files of theirs. */
export async function installOperatorWords(admin: Client, prefix: string, domains: readonly Domain[]): Promise<void> {
  const { maintain, operator } = roleNames(prefix);
  await inTransaction(admin, maintain, async () => {
    await admin.query('set local check_function_bodies = off');
    for (const domain of domains) {
      for (const [word, answer] of Object.entries(operatorWords)) {
        const called = `"${schemaOf(domain)}".${word}()`;
        await admin.query(
          `create or replace function ${called} returns ${answer} language sql security definer set search_path = pg_catalog, pg_temp
           as $$ select * from access.${word}('${schemaOf(domain)}') $$;
           revoke execute on function ${called} from public; grant execute on function ${called} to "${operator}"`,
        );
      }
    }
  });
}
