-- owner: {{prefix}}_maintain
-- Which sessions of a packed week have one of these letters, a bit a session. What stands for "among them" is no letter of any code.
create or replace function education.sessions_among(marks bytea, letters text) returns bit(10)
language sql immutable as $$
  select translate(s.seen, chr(1) || translate(s.seen, chr(1), ''), '1' || repeat('0', 10))::bit(10)
  from (select translate(convert_from(marks, 'LATIN1'), letters, repeat(chr(1), length(letters))) seen) s
$$;
