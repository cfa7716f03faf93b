-- Until when somebody works with a child, where an end is planned: a copy is read on days on which its owner tells nothing.
alter table partnership.team_fact add column held_until date;
