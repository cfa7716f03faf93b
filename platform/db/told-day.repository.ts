import type { DataSource } from 'typeorm';

/** The day this database was told to stand at (HUB_TODAY), ISO date; null where days go by as they do. */
export async function toldDay(source: DataSource): Promise<string | null> {
  const rows: { day: string | null }[] = await source.query('select ctx.told_day() as day');
  return rows[0]?.day ?? null;
}
