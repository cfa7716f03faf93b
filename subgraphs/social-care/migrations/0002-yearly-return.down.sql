drop table social_care.yearly_return;
