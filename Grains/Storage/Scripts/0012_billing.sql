-- What Stripe has told: each event once, by its id. One whose account isn't known yet waits here with its body.
CREATE TABLE stripe_events (
    event_id        TEXT    NOT NULL PRIMARY KEY,
    product         TEXT    NOT NULL,           -- at whose address it arrived
    type            TEXT    NOT NULL,
    status          INTEGER NOT NULL,           -- 0 waits for its account, 1 carried out, 2 ignored
    customer_id     TEXT,
    subscription_id TEXT,
    body            TEXT,                       -- only while it waits
    received_at     BIGINT  NOT NULL            -- microseconds since 1970, UTC
);
CREATE INDEX stripe_events_of_product ON stripe_events (product, received_at);
CREATE INDEX stripe_events_waiting_for_customer ON stripe_events (customer_id) WHERE status = 0;
CREATE INDEX stripe_events_waiting_for_subscription ON stripe_events (subscription_id) WHERE status = 0;

-- Whose a customer or a subscription of Stripe's is.
CREATE TABLE stripe_links (
    stripe_id TEXT NOT NULL PRIMARY KEY,
    owner_id  TEXT NOT NULL
);

-- What was billed.
CREATE TABLE invoices (
    invoice_id      TEXT    NOT NULL PRIMARY KEY,
    owner_id        TEXT    NOT NULL,
    status          INTEGER NOT NULL,           -- 0 failed, 1 paid; paid is final
    amount          BIGINT  NOT NULL,           -- in the smallest unit of the currency
    currency        TEXT    NOT NULL,
    plan_id         TEXT,
    created_at      BIGINT  NOT NULL,           -- microseconds since 1970, UTC
    period_start    BIGINT,
    period_end      BIGINT,
    url             TEXT
);
CREATE INDEX invoices_of_owner ON invoices (owner_id, created_at, invoice_id);

-- Which plan counts for an owner: a projection of what its billing actor keeps, so that nobody needs to wake it. No row: the free one.
CREATE TABLE owner_plans (
    owner_id TEXT NOT NULL PRIMARY KEY,
    plan_id  TEXT NOT NULL
);

-- The payment service that is played here where Stripe isn't configured: its customers, and what they have yet to tell us.
CREATE TABLE sandbox_customers (
    customer_id TEXT   NOT NULL PRIMARY KEY,
    revision    BIGINT NOT NULL,
    state       TEXT   NOT NULL             -- JSON
);
CREATE TABLE sandbox_deliveries (
    customer_id TEXT    NOT NULL,
    position    BIGINT  NOT NULL,           -- the order in which they are sent
    address     TEXT    NOT NULL,
    body        TEXT    NOT NULL,
    not_before  BIGINT  NOT NULL,           -- microseconds since 1970, UTC
    attempts    INTEGER NOT NULL,
    PRIMARY KEY (customer_id, position)
);
