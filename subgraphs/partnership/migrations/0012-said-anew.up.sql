-- Every id a record of any domain may stand under is here: what access.say_anew names, and no more of it than the id.
grant select (child_id) on partnership.child to {{prefix}}_access;
create policy named on partnership.child for select to {{prefix}}_access using (true);
