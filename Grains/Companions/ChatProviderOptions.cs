using System.ComponentModel.DataAnnotations;

namespace Platform.Companions;

/// <summary>The section <c>Chat</c>: who writes the replies.</summary>
public sealed class ChatProviderOptions
{
    /// <summary><c>builtin</c>: the local persona engine, which needs no network.</summary>
    [AllowedValues("builtin", ErrorMessage = "Chat:Provider must be builtin.")]
    public string Provider { get; set; } = "builtin";
}
