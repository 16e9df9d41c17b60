using System.Security.Cryptography;
using System.Text;

namespace Platform.Workspaces;

/// <summary>What is mailed to somebody who is invited: opaque, and known by its hash only.</summary>
internal static class InvitationToken
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>SHA-256, in hex.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
