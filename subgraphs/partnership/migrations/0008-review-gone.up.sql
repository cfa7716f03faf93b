-- Whom a review was about, its reviewers see no longer once it is off the queue undecided.
create trigger review_gone after delete on partnership.match_review
  for each row execute function access.review_gone();
create trigger candidate_gone after delete on partnership.match_candidate
  for each row execute function access.review_gone();
