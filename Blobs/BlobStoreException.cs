namespace Platform.Blobs;

/// <summary>
/// The store of files failed: it can't be reached, refuses, is full, or is broken. Its message is for operators and holds no secret.
/// </summary>
public sealed class BlobStoreException : Exception
{
    public BlobStoreException()
    {
    }

    public BlobStoreException(string message)
        : base(message)
    {
    }

    public BlobStoreException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
