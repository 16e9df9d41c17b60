using System.ComponentModel.DataAnnotations;

namespace Platform.Blobs;

/// <summary>The section <c>Blobs</c>: where files are kept.</summary>
public sealed class BlobStoreOptions : IValidatableObject
{
    public const string InDirectory = "directory";
    public const string InS3 = "s3";

    /// <summary><c>directory</c>: in <c>blobs</c> of the data directory. <c>s3</c>: in a bucket of a server that speaks S3.</summary>
    [AllowedValues(InDirectory, InS3, ErrorMessage = "Blobs:Provider must be directory or s3.")]
    public string Provider { get; set; } = InDirectory;

    public S3Options S3 { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Provider == InS3 ? S3.Faults().Select(fault => new ValidationResult(fault)) : [];
}
