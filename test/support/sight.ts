import { expect } from '@jest/globals';
import type { As, TestHub } from './hub.js';

/** Whether somebody who asks this very moment is shown the child. */
export async function sees(hub: TestHub, as: As, id: string): Promise<boolean> {
  const answer = await hub.ask('partnership', as, 'query Look($id: ID!) { child(id: $id) { id } }', { id });
  expect(answer.errors).toBeUndefined();
  return answer.data?.['child'] !== null;
}

/** The own id of a source's record. */
export async function recordId({ admin }: TestHub, source: string, key: string): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(
    'select child_id id from partnership.source_record where source = $1 and source_key = $2',
    [source, key],
  );
  return rows[0]?.id ?? '';
}
