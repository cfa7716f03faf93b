drop trigger review_gone on partnership.match_review;
drop trigger candidate_gone on partnership.match_candidate;
