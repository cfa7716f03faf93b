-- Whether a roll shows free school meals is kept with the days since when, oldest first: [{"eligible", "from"}]. What was
-- held of before counts from the entry, as it did.
alter table education.enrolment
  alter column free_school_meals type jsonb using case
    when free_school_meals is null then '[]'
    else jsonb_build_array(jsonb_build_object('eligible', free_school_meals, 'from', entry_on)) end,
  alter column free_school_meals set default '[]',
  alter column free_school_meals set not null;
