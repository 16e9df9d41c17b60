-- Requests that may be sent again. Neither the client's key nor anything that it sent or got can be read from a row.
CREATE TABLE idempotent_requests (
    id           TEXT   NOT NULL PRIMARY KEY,   -- a hash of the account, the route and the client's key
    account_id   TEXT   NOT NULL,               -- empty: nobody's
    operation_id TEXT   NOT NULL,               -- a UUIDv7, the same for every run of the request
    fingerprint  BYTEA  NOT NULL,               -- another body has another
    leased_until BIGINT NOT NULL,               -- microseconds since 1970, UTC; 0: no run is under way
    answer       BYTEA,                         -- sealed; NULL: none yet
    expires_at   BIGINT NOT NULL                -- microseconds since 1970, UTC
);
CREATE INDEX idempotent_requests_by_expiry ON idempotent_requests (expires_at);
CREATE INDEX idempotent_requests_of_account ON idempotent_requests (account_id);
