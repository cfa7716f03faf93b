import path from 'node:path';

/**
 * Where the operations that partners registered are kept, one file a client: beside the gateway's keys, so that who may
 * write the one may write the other.
 */
export const operationsFolder = (dataDir: string): string => path.join(dataDir, 'operations');
