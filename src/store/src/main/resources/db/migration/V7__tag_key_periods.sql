-- A case has a tag key for each period. An extract that is issued ends one; from which event of the case on the next key
-- holds is kept with it, and is part of what is authenticated when the key is wrapped.
alter table case_key add column first_sequence bigint not null default 0
  check (first_sequence >= 0 and (first_sequence > 0) = (purpose = 'tag' and key_version > 1));
