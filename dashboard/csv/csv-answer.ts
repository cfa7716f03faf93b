import type { Context } from 'hono';
import type { Env } from '../desk.js';
import { messagePage } from '../layout/message-page.js';
import { untoldWords } from '../words/answer-words.js';
import { type CsvFile, csvText } from './csv-file.js';

/** What a file is called is the table’s own word, never a child’s name or a word that was searched for. */
interface Named<Row> extends Omit<CsvFile<Row>, 'role'> {
  /** In letters and hyphens, without `.csv`. */
  readonly name: string;
}

/**
 * Answers a table as a file to keep. What could not be asked, or is not this role’s to see, is answered as a page that says
 * so: a file without rows would be kept for none.
 */
export function csvAnswer<Row>(context: Context<Env>, file: Named<Row>): Response {
  const { frame } = context.var.desk;
  const { role } = frame.viewer;
  const { rows, name } = file;
  if (rows.kind === 'unavailable' || rows.kind === 'refused') {
    const message = { title: 'The file was not made', words: [untoldWords(rows, role)] };
    return context.html(messagePage(message, frame), rows.kind === 'refused' ? 403 : 503);
  }
  context.header('content-type', 'text/csv; charset=utf-8');
  context.header('content-disposition', `attachment; filename="${name}.csv"`);
  return context.body(csvText({ ...file, role }));
}
