using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Generation;

/// <summary>Orders and results as they are stored.</summary>
[JsonSerializable(typeof(JobOrder)), JsonSerializable(typeof(JobResult))]
internal sealed partial class JobJson : JsonSerializerContext
{
    public static JobJson Stored { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Prompts of any language as they are, not six bytes a letter.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
