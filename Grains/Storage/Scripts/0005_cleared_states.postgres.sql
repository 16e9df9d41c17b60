-- A state that is cleared goes with its row (DeleteStateOnClear): its key may be an address, and nothing of an account that has left may stay. The
-- first version of a new row is a random one, so that no etag of an earlier row fits it.
DELETE FROM orleans_states WHERE payload IS NULL;

UPDATE OrleansQuery SET QueryText = $query$
    WITH updated AS (
        UPDATE orleans_states SET payload = @PayloadBinary, version = version + 1
        WHERE state_name = @GrainTypeString AND key_high = @GrainIdN0 AND key_low = @GrainIdN1
            AND key_text = coalesce(@GrainIdExtensionString, '') AND service_id = @ServiceId AND version = @GrainStateVersion
        RETURNING version
    ), inserted AS (
        INSERT INTO orleans_states (service_id, state_name, key_high, key_low, key_text, version, payload)
        SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''),
            floor(random() * 1000000000)::integer, @PayloadBinary
        WHERE @GrainStateVersion IS NULL
        ON CONFLICT DO NOTHING
        RETURNING version
    )
    SELECT version AS NewGrainStateVersion FROM updated
    UNION ALL
    SELECT version FROM inserted
$query$ WHERE QueryKey = 'WriteToStorageKey';
