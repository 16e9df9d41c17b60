-- Which request a message came of, where the client may send it again: 16 bytes that name the request, 16 that tell its body.
-- Written in the same row, so a request has its effect and its record at once, and no index is paid for by messages that have none.
ALTER TABLE messages ADD COLUMN request BYTEA;
-- Beside an answer to such a request: by how much the message moved the companion's energy, mood and bond, which nothing else tells.
ALTER TABLE messages ADD COLUMN gained TEXT;
