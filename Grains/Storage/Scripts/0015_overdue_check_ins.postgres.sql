-- Who should have written first already, the longest overdue first. Looked for by every silo twice a minute, and there are as many reminders as
-- companions.
CREATE INDEX orleans_reminders_of_check_ins ON orleans_reminders (start_time, grain_id) WHERE name = 'check-in';
