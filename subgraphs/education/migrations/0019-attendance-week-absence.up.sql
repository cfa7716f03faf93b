-- The weeks in which anything counts towards a threshold of attendance, which are few: for education.page_of.
create index attendance_week_absence on education.attendance_week (child_id, week_beginning)
  where encode(marks, 'escape') ~ '[GNOUI]';
