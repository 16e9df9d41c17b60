namespace Platform.Storage;

/// <summary>The store could not do what was asked: nothing of the unit was written, unless the connection broke during its commit.</summary>
[GenerateSerializer, Alias("platform.StoreException")]
public class StoreException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Another writer was first: a unique index refused a row, or a row was not in the version that the statement expected. Nothing of the unit
/// was written. The caller's memory is stale: it reloads.
/// </summary>
[GenerateSerializer, Alias("platform.StoreConflictException")]
public sealed class StoreConflictException(string message, Exception? inner = null) : StoreException(message, inner);
