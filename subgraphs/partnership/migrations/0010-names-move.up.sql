-- A name that a source puts right, or a record that is emptied, is counted no longer as it was: a rare name would stay as
-- common as its slips. A name that no record has is no row.
delete from partnership.name_count where n <= 0;
grant delete on partnership.name_count to {{prefix}}_maintain;
