import { types } from 'pg';

const dateOid = 1082;

// A plain date is a string here. pg's own reading makes it midnight in the server's zone, a day off elsewhere. Imported
// for its effect by whatever opens a connection.
types.setTypeParser(dateOid, (text: string) => text);
