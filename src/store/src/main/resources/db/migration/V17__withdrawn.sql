-- A dispatch whose release was taken back before anything of it was sent.
alter table dispatch drop constraint dispatch_state_check;
alter table dispatch add constraint dispatch_state_check check (state in ('QUEUED', 'AUTHORISED', 'READY', 'SENDING',
  'UNKNOWN', 'DELIVERED', 'SUSPENDED', 'AVAILABLE', 'SUPERSEDED', 'WITHDRAWN'));
