import { readFileSync } from 'node:fs';
import path from 'node:path';
import { productRoot } from '../../platform/config/product-root.js';
import { asked } from './asked.js';
import type { OperationName } from './operations.generated.js';

/** The text of an operation, as the gateway knows it. */
export const operationText = (file: string): string =>
  readFileSync(path.join(productRoot, 'schema/operations', `${file}.graphql`), 'utf8').trim();

/** What an operation is called within its text. */
export const operationName = (text: string): string => /^(?:query|mutation) (\w+)/m.exec(text)?.[1] ?? '';

/** The operations that pages ask, read once. */
export const documents = Object.fromEntries(
  asked.map(operationText).map((text) => [operationName(text), text]),
) as Readonly<Record<OperationName, string>>;
