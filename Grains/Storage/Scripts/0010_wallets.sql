-- What is in each wallet. Written in the commit of the entries and holds that change it, so the two can't differ; the revision keeps a
-- second activation from writing over it.
CREATE TABLE wallets (
    wallet_id   TEXT   NOT NULL PRIMARY KEY,  -- its owner's id: a user or a workspace
    revision    BIGINT NOT NULL,
    balance     BIGINT NOT NULL,              -- the sum of its entries
    held        BIGINT NOT NULL,              -- the sum of its open holds
    purchases   BIGINT NOT NULL,              -- entries of each type
    grants      BIGINT NOT NULL,
    usages      BIGINT NOT NULL,
    refunds     BIGINT NOT NULL,
    adjustments BIGINT NOT NULL,
    period      TEXT,                         -- of the allowance that was applied last; NULL: none yet
    used        BIGINT NOT NULL,              -- in that period, less what was given back
    granted_at  BIGINT,                       -- microseconds since 1970, UTC; NULL: never
    updated_at  BIGINT NOT NULL,              -- microseconds since 1970, UTC
    CHECK (held >= 0 AND balance >= held)
);

-- The ledger: what has changed the balances. Both numbers have no gaps, so a page, of all or of one type, is a range of an index.
CREATE TABLE ledger_entries (
    wallet_id     TEXT    NOT NULL,
    seq           BIGINT  NOT NULL,           -- 1, 2, 3 …
    entry_key     TEXT    NOT NULL,           -- its caller's: what is sent again changes nothing
    type          INTEGER NOT NULL,           -- 0 purchase, 1 subscription grant, 2 usage, 3 refund, 4 admin adjustment
    type_seq      BIGINT  NOT NULL,           -- 1, 2, 3 … of its type
    amount        BIGINT  NOT NULL,           -- positive: put in; negative: taken out
    balance_after BIGINT  NOT NULL,
    description   TEXT    NOT NULL,
    created_at    BIGINT  NOT NULL,           -- microseconds since 1970, UTC
    PRIMARY KEY (wallet_id, seq),
    CHECK (balance_after >= 0)
);
-- The key first: those of operations rise with time, so what a thousand wallets add at a time is on few pages of this index.
CREATE UNIQUE INDEX ledger_entries_by_key ON ledger_entries (entry_key, wallet_id);
CREATE UNIQUE INDEX ledger_entries_by_type ON ledger_entries (wallet_id, type, type_seq);

-- What is or was set aside for work that can fail.
CREATE TABLE holds (
    wallet_id   TEXT    NOT NULL,
    hold_key    TEXT    NOT NULL,
    amount      BIGINT  NOT NULL,
    status      INTEGER NOT NULL,             -- 0 open, 1 captured, 2 released, 3 expired
    captured    BIGINT  NOT NULL,             -- what of the amount was taken out
    description TEXT    NOT NULL,
    created_at  BIGINT  NOT NULL,             -- microseconds since 1970, UTC
    expires_at  BIGINT  NOT NULL,
    ended_at    BIGINT,                       -- NULL: open
    PRIMARY KEY (wallet_id, hold_key)
);
CREATE INDEX holds_open ON holds (wallet_id, expires_at) WHERE status = 0;
