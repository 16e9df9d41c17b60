-- Who should have written first already, the longest overdue first. Looked for by every silo twice a minute, and there are as many reminders as
-- companions.
CREATE INDEX reminders_of_check_ins ON reminders (start_at, grain_id) WHERE name = 'check-in';
