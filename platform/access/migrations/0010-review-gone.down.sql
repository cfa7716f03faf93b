drop function access.review_gone();
