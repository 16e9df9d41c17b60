using Platform.Identity;

namespace Platform.Api.Security;

/// <summary>A session as it is taken away: without anything that opens it.</summary>
/// <param name="IsCurrent">It is the one that asks.</param>
internal sealed record SessionExport(
    string Id, string? DeviceName, DateTime CreatedAt, DateTime LastActivity, DateTime ExpiresAt, bool IsCurrent)
{
    public static async Task<IReadOnlyList<SessionExport>> OfAsync(Caller caller, IGrainFactory grains) =>
        [.. (await caller.User(grains).Sessions()).Items.Select(session => Of(session, caller))];

    private static SessionExport Of(DeviceSession session, Caller caller) => new(
        session.Id,
        session.DeviceName,
        session.CreatedAt.UtcDateTime,
        session.LastActivity.UtcDateTime,
        session.ExpiresAt.UtcDateTime,
        session.Id == caller.SessionId);
}
