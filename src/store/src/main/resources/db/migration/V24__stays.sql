-- Behind the privileges, as of every other table that only grows: how far the log has come and whose sessions were ended
-- is not forgotten either.
create trigger log_head_stays before delete on log_head
  for each row execute function log_rows_stay();
create trigger log_head_no_truncate before truncate on log_head
  for each statement execute function log_rows_stay();
create trigger session_end_stays before delete on session_end
  for each row execute function log_rows_stay();
create trigger session_end_no_truncate before truncate on session_end
  for each statement execute function log_rows_stay();
