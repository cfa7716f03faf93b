-- The function stays as it is, and so does what it looks in.
drop index partnership.source_record_number;
