drop table social_care.death;
