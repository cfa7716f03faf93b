drop table partnership.team_fact, partnership.organisation;
