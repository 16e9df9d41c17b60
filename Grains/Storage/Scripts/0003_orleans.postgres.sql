-- What Orleans keeps in PostgreSQL: who is in the cluster, the state of grains, and reminders.
--
-- Orleans sends no SQL of its own. It reads the texts in OrleansQuery once when it starts and runs them by key, so that table and its
-- columns bear the names Orleans knows; everything else is named as elsewhere in this schema. Parameters are Orleans': @Name.
-- Each text is one statement, hence atomic without a procedure: a part of a WITH does its work only for the rows another part returned.
-- Keys compare byte by byte (COLLATE "C"): that is what identity means here, and it is faster than the order of a language.

CREATE TABLE OrleansQuery (
    QueryKey  TEXT NOT NULL PRIMARY KEY,
    QueryText TEXT NOT NULL
);

-- ---------------------------------------------------------------------------------------------------------------- Membership

-- One row a cluster. Its version is the etag of the whole membership: every change of a member moves it by one, under the lock of this
-- row, so that of two nodes which act on the same view exactly one succeeds.
CREATE TABLE orleans_clusters (
    cluster_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    version    INTEGER          NOT NULL
);

-- One row for each start of a node: a node that comes back has another generation.
CREATE TABLE orleans_members (
    cluster_id    TEXT COLLATE "C" NOT NULL REFERENCES orleans_clusters ON DELETE CASCADE,
    address       TEXT COLLATE "C" NOT NULL,
    port          INTEGER          NOT NULL,
    generation    INTEGER          NOT NULL,
    silo_name     TEXT             NOT NULL,
    host_name     TEXT             NOT NULL,
    status        INTEGER          NOT NULL,  -- Orleans' SiloStatus; 3 is active
    proxy_port    INTEGER          NOT NULL,  -- where clients connect; 0: nowhere
    suspect_times TEXT,                       -- who suspected it when, in a form of Orleans' own
    start_time    TIMESTAMPTZ      NOT NULL,  -- Orleans sends and expects UTC
    alive_time    TIMESTAMPTZ      NOT NULL,
    PRIMARY KEY (cluster_id, address, port, generation)
) WITH (fillfactor = 50);                     -- alive_time changes all the time: room on the page keeps that out of the index

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
-- Answers 1 when this call created the row and 0 when it was there.
('InsertMembershipVersionKey', $query$
    WITH created AS (
        INSERT INTO orleans_clusters (cluster_id, version) VALUES (@DeploymentId, 0) ON CONFLICT DO NOTHING RETURNING 1
    )
    SELECT count(*) FROM created
$query$),

-- The version moves only if it is the expected one and the member is new; the member is written only if the version moved.
('InsertMembershipKey', $query$
    WITH moved AS (
        UPDATE orleans_clusters SET version = version + 1
        WHERE cluster_id = @DeploymentId AND version = @Version AND NOT EXISTS (
            SELECT FROM orleans_members
            WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
        RETURNING cluster_id
    ), joined AS (
        INSERT INTO orleans_members
            (cluster_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, alive_time)
        SELECT cluster_id, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM moved
        RETURNING 1
    )
    SELECT count(*) FROM joined
$query$),

('UpdateMembershipKey', $query$
    WITH moved AS (
        UPDATE orleans_clusters SET version = version + 1
        WHERE cluster_id = @DeploymentId AND version = @Version AND EXISTS (
            SELECT FROM orleans_members
            WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
        RETURNING cluster_id
    ), changed AS (
        UPDATE orleans_members SET status = @Status, suspect_times = @SuspectTimes, alive_time = @IAmAliveTime
        WHERE cluster_id = (SELECT cluster_id FROM moved) AND address = @Address AND port = @Port AND generation = @Generation
        RETURNING 1
    )
    SELECT count(*) FROM changed
$query$),

-- A sign of life is no change of the membership: the version stays.
('UpdateIAmAlivetimeKey', $query$
    UPDATE orleans_members SET alive_time = @IAmAliveTime
    WHERE cluster_id = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
$query$),

-- The version always comes back, with no member beside it if there is none.
('MembershipReadRowKey', $query$
    SELECT c.version AS Version, m.address AS Address, m.port AS Port, m.generation AS Generation, m.silo_name AS SiloName,
           m.host_name AS HostName, m.status AS Status, m.proxy_port AS ProxyPort, m.suspect_times AS SuspectTimes,
           m.start_time AS StartTime, m.alive_time AS IAmAliveTime
    FROM orleans_clusters c
    LEFT JOIN orleans_members m
        ON m.cluster_id = c.cluster_id AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
    WHERE c.cluster_id = @DeploymentId
$query$),

('MembershipReadAllKey', $query$
    SELECT c.version AS Version, m.address AS Address, m.port AS Port, m.generation AS Generation, m.silo_name AS SiloName,
           m.host_name AS HostName, m.status AS Status, m.proxy_port AS ProxyPort, m.suspect_times AS SuspectTimes,
           m.start_time AS StartTime, m.alive_time AS IAmAliveTime
    FROM orleans_clusters c
    LEFT JOIN orleans_members m ON m.cluster_id = c.cluster_id
    WHERE c.cluster_id = @DeploymentId
$query$),

('GatewaysQueryKey', $query$
    SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation
    FROM orleans_members
    WHERE cluster_id = @DeploymentId AND status = @Status AND proxy_port > 0
$query$),

-- The members go with their cluster.
('DeleteMembershipTableEntriesKey', $query$
    DELETE FROM orleans_clusters WHERE cluster_id = @DeploymentId
$query$),

-- Whoever is not active and has long been silent, be it dead or stuck on its way in.
('CleanupDefunctSiloEntriesKey', $query$
    DELETE FROM orleans_members WHERE cluster_id = @DeploymentId AND status <> 3 AND alive_time < @IAmAliveTime
$query$);

-- --------------------------------------------------------------------------------------------------------------- Grain state

-- Orleans splits a key: a GUID fills key_high and key_low, an integer key_low, and text or the extension of a compound key is key_text.
-- Two things to know of what it sends. It goes by the looks of a key: a text of hexadecimal digits counts as the number it spells, so "a",
-- "A" and "0a" are one key. And it does not send the grain's type: state_name must differ between grains whose keys can be the same.
-- A state that was cleared keeps its row without a payload, so versions only ever rise and no old etag fits again.
CREATE TABLE orleans_states (
    service_id TEXT COLLATE "C" NOT NULL,
    state_name TEXT COLLATE "C" NOT NULL,
    key_high   BIGINT           NOT NULL,
    key_low    BIGINT           NOT NULL,
    key_text   TEXT COLLATE "C" NOT NULL,     -- empty where Orleans has none: a NULL would be equal to nothing
    version    INTEGER          NOT NULL,     -- the etag; an int because Orleans parses one
    payload    BYTEA,                         -- NULL: cleared
    PRIMARY KEY (state_name, key_high, key_low, key_text, service_id)
) WITH (fillfactor = 70);                     -- states are overwritten: room on the page keeps that out of the index

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('ReadFromStorageKey', $query$
    SELECT payload AS PayloadBinary, version AS Version
    FROM orleans_states
    WHERE state_name = @GrainTypeString AND key_high = @GrainIdN0 AND key_low = @GrainIdN1
        AND key_text = coalesce(@GrainIdExtensionString, '') AND service_id = @ServiceId
$query$),

-- Without a version it is a first write, which only a missing row allows; with one, only the row of that version is written. No row
-- comes back from a write that came too late, and Orleans reports an inconsistent state.
('WriteToStorageKey', $query$
    WITH updated AS (
        UPDATE orleans_states SET payload = @PayloadBinary, version = version + 1
        WHERE state_name = @GrainTypeString AND key_high = @GrainIdN0 AND key_low = @GrainIdN1
            AND key_text = coalesce(@GrainIdExtensionString, '') AND service_id = @ServiceId AND version = @GrainStateVersion
        RETURNING version
    ), inserted AS (
        INSERT INTO orleans_states (service_id, state_name, key_high, key_low, key_text, version, payload)
        SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''), 1, @PayloadBinary
        WHERE @GrainStateVersion IS NULL
        ON CONFLICT DO NOTHING
        RETURNING version
    )
    SELECT version AS NewGrainStateVersion FROM updated
    UNION ALL
    SELECT version FROM inserted
$query$),

('ClearStorageKey', $query$
    UPDATE orleans_states SET payload = NULL, version = version + 1
    WHERE state_name = @GrainTypeString AND key_high = @GrainIdN0 AND key_low = @GrainIdN1
        AND key_text = coalesce(@GrainIdExtensionString, '') AND service_id = @ServiceId AND version = @GrainStateVersion
    RETURNING version AS NewGrainStateVersion
$query$),

-- For those who set DeleteStateOnClear. Orleans takes an answer that differs from the etag for success.
('DeleteStorageKey', $query$
    DELETE FROM orleans_states
    WHERE state_name = @GrainTypeString AND key_high = @GrainIdN0 AND key_low = @GrainIdN1
        AND key_text = coalesce(@GrainIdExtensionString, '') AND service_id = @ServiceId AND version = @GrainStateVersion
    RETURNING version + 1 AS NewGrainStateVersion
$query$);

-- ----------------------------------------------------------------------------------------------------------------- Reminders

CREATE TABLE orleans_reminders (
    service_id TEXT COLLATE "C" NOT NULL,
    grain_id   TEXT COLLATE "C" NOT NULL,
    name       TEXT COLLATE "C" NOT NULL,
    grain_hash INTEGER          NOT NULL,     -- Orleans' uint, reinterpreted: above 2^31 it is negative
    start_time TIMESTAMPTZ      NOT NULL,
    period     BIGINT           NOT NULL,     -- milliseconds; Orleans sends an int where it fits
    -- The etag. Each write takes a number that no other write had, so the etag of a removed reminder never fits its successor.
    version    INTEGER          NOT NULL GENERATED BY DEFAULT AS IDENTITY (CYCLE),
    PRIMARY KEY (service_id, grain_id, name)
);
CREATE INDEX orleans_reminders_of_range ON orleans_reminders (service_id, grain_hash);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('UpsertReminderRowKey', $query$
    INSERT INTO orleans_reminders (service_id, grain_id, name, grain_hash, start_time, period)
    VALUES (@ServiceId, @GrainId, @ReminderName, @GrainHash, @StartTime, @Period)
    ON CONFLICT (service_id, grain_id, name) DO UPDATE SET
        grain_hash = excluded.grain_hash, start_time = excluded.start_time, period = excluded.period, version = excluded.version
    RETURNING version AS Version
$query$),

('ReadReminderRowKey', $query$
    SELECT grain_id AS GrainId, name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
    FROM orleans_reminders
    WHERE service_id = @ServiceId AND grain_id = @GrainId AND name = @ReminderName
$query$),

('ReadReminderRowsKey', $query$
    SELECT grain_id AS GrainId, name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
    FROM orleans_reminders
    WHERE service_id = @ServiceId AND grain_id = @GrainId
$query$),

-- A range of the ring that begins below its end …
('ReadRangeRows1Key', $query$
    SELECT grain_id AS GrainId, name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
    FROM orleans_reminders
    WHERE service_id = @ServiceId AND grain_hash > @BeginHash AND grain_hash <= @EndHash
$query$),

-- … and one that runs through the highest number on to the lowest. Orleans chooses by the signed numbers, in the order of this column.
('ReadRangeRows2Key', $query$
    SELECT grain_id AS GrainId, name AS ReminderName, start_time AS StartTime, period AS Period, version AS Version
    FROM orleans_reminders
    WHERE service_id = @ServiceId AND (grain_hash > @BeginHash OR grain_hash <= @EndHash)
$query$),

('DeleteReminderRowKey', $query$
    WITH removed AS (
        DELETE FROM orleans_reminders
        WHERE service_id = @ServiceId AND grain_id = @GrainId AND name = @ReminderName AND version = @Version
        RETURNING 1
    )
    SELECT count(*) FROM removed
$query$),

('DeleteReminderRowsKey', $query$
    DELETE FROM orleans_reminders WHERE service_id = @ServiceId
$query$);
