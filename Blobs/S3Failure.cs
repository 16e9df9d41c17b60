using System.Globalization;
using System.Net;
using Amazon.Runtime;
using Amazon.S3;

namespace Platform.Blobs;

/// <summary>Whatever the SDK throws leaves the store as a <see cref="BlobStoreException"/>.</summary>
internal static class S3Failure
{
    public static async Task<T> GuardAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (IsFailure(error))
        {
            cancellation.ThrowIfCancellationRequested();
            throw new BlobStoreException($"The S3 server failed: {Describe(error)}.", error);
        }
    }

    /// <summary>Whether a server means that it has no such request, or not in this form.</summary>
    public static bool IsNotUnderstood(AmazonS3Exception error) =>
        error.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotImplemented or HttpStatusCode.MethodNotAllowed;

    private static bool IsFailure(Exception error) => error is AmazonServiceException or AmazonClientException or HttpRequestException
        or IOException or OperationCanceledException or TimeoutException;

    private static string Describe(Exception error) => error switch
    {
        DeleteObjectsException { Response.DeleteErrors: [var first, ..] } => $"it keeps a file that it should delete ({first.Code})",
        AmazonServiceException { StatusCode: not 0 } answer =>
            string.Create(CultureInfo.InvariantCulture, $"it answered {(int)answer.StatusCode} {answer.ErrorCode}"),
        OperationCanceledException or TimeoutException => "it took too long",
        _ => error.GetBaseException().Message.TrimEnd('.'),
    };
}
