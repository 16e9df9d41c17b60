-- What was paid for tokens of conversations: a log, written in the commit that raises the limit. It takes the place of the grants.
CREATE TABLE token_payments (
    number       BIGINT NOT NULL PRIMARY KEY,   -- the id that clients see
    owner_id     TEXT   NOT NULL,
    owner_number BIGINT NOT NULL,
    owner_email  TEXT   NOT NULL,
    conversation BIGINT NOT NULL,               -- which may be deleted since
    operation_id TEXT   NOT NULL UNIQUE,        -- the request that paid: one that is sent again pays nothing
    cents        BIGINT NOT NULL,
    tokens       BIGINT NOT NULL,
    token_limit  BIGINT NOT NULL,               -- of the conversation, from then on
    created_at   BIGINT NOT NULL                -- microseconds since 1970, UTC
);
CREATE INDEX token_payments_of_owner ON token_payments (owner_id, created_at, number);
CREATE INDEX token_payments_by_time ON token_payments (created_at, number);
DROP TABLE token_grants;

-- The accounts of products that count theirs: a projection that each account writes after its own state.
CREATE TABLE accounts (
    account_id TEXT   NOT NULL PRIMARY KEY,
    product    TEXT   NOT NULL,
    number     BIGINT NOT NULL,
    created_at BIGINT NOT NULL                  -- microseconds since 1970, UTC
);

-- How many there are of what the admin's dashboard counts: the one row of totals, and the changes that are not added to it yet. A change is
-- written in the commit of what it counts, under its name, and nobody waits for anybody's row.
CREATE TABLE totals (
    id            BIGINT NOT NULL PRIMARY KEY,  -- 1
    users         BIGINT NOT NULL,
    conversations BIGINT NOT NULL,
    tokens        BIGINT NOT NULL               -- that were ever used: deleting conversations takes none back
);
CREATE TABLE total_changes (
    name          TEXT   NOT NULL PRIMARY KEY,
    users         BIGINT NOT NULL,
    conversations BIGINT NOT NULL,
    tokens        BIGINT NOT NULL
);
-- Conversations from before are counted here; accounts from before count themselves when they are next active.
INSERT INTO totals (id, users, conversations, tokens) SELECT 1, 0, COUNT(*), COALESCE(SUM(total_tokens), 0) FROM conversations;
