-- There is no way back to records that share an id: a database that has linked children is restored, not migrated down.
do $$ begin raise exception 'restore a backup from before 0005-matching' using errcode = '0A000'; end $$;
