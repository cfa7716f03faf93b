alter table social_care.allocation drop column received;
revoke delete on social_care.allocation from {{prefix}}_social_care;
