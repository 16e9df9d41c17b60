-- A state that is cleared goes with its row: its key may be an address, and nothing of an account that has left may stay. The first version of a
-- new row is a random one, so that no etag of an earlier row fits it.
DELETE FROM grain_states WHERE payload IS NULL;
