-- A child's number of one kind is seen by those with the facet of that kind alone: see child.policy.ts.
select access.secure_facets('partnership.identifier', 'PARTNERSHIP', 'PARTNERSHIP', 'T1', 'type',
  '{UPN,ULN,NHS_NUMBER,SOCIAL_CARE_ID}');
