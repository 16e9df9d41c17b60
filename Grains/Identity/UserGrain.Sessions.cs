using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Identity;

/// <summary>The sessions of an account: opening, refreshing, listing and ending them.</summary>
internal sealed partial class UserGrain
{
    internal static readonly Refusal SessionEnded = new(RefusalKind.SessionEnded, "Session invalid or expired");

    private static readonly Refusal NoSession = new(RefusalKind.NotFound, "Session not found");

    /// <summary>The last request of each session since this activation; saved with whatever is saved next.</summary>
    private readonly Dictionary<string, DateTimeOffset> _activity = [];

    /// <summary>Completes when any session ends; null while nobody waits for that.</summary>
    private TaskCompletionSource? _sessionEnded;

    public ValueTask<DeviceSessions> Sessions()
    {
        var now = clock.GetUtcNow();
        var standing = (Account?.Sessions ?? []).Where(session => session.ExpiresAt > now).Select(View);
        return ValueTask.FromResult(new DeviceSessions([.. standing.OrderByDescending(session => session.LastActivity)]));
    }

    public async Task<Outcome<Done>> EndSession(string sessionId)
    {
        if (Account is not { } user || Find(user, sessionId, clock.GetUtcNow()) is null) return NoSession;
        await SaveSessionsAsync(user, user.Sessions.Where(session => session.Id != sessionId));
        return Done.Instance;
    }

    public async Task<bool> WhenEnded(string sessionId)
    {
        if (!Stands(sessionId)) return true;
        // Where patience ends, it may have expired meanwhile.
        await patience.AwaitAsync((_sessionEnded ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task);
        return !Stands(sessionId);
    }

    public async Task EndSessionOf(string refreshToken)
    {
        // An old link of the chain names the session as well as the newest: whoever has it wants the session gone.
        if (RefreshToken.Parse(refreshToken) is { } token
            && Account?.Sessions.FirstOrDefault(session => session.Id == token.SessionId) is { } session
            && token.Next(session.RefreshKey) is not null)
        {
            await EndSession(session.Id);
        }
    }

    public async Task<Outcome<SignedIn>> Refresh(string product, string refreshToken)
    {
        var now = clock.GetUtcNow();
        var token = RefreshToken.Parse(refreshToken);
        if (token is null || Account is not { } user || user.Product != product) return SessionEnded;
        if (Find(user, token.SessionId, now) is not { } session) return SessionEnded;
        var policy = AccountPolicy.Of(product);
        if (!policy.Rotates) return Matches(token, session.RefreshHash) ? SignedIn(user, session, token, now) : SessionEnded;

        // Not of this session's chain: an invention, which must not be able to end a session.
        if (token.Next(session.RefreshKey) is not { } next) return SessionEnded;
        if (Matches(token, session.RefreshHash))
        {
            session = session with
            {
                RefreshHash = next.Hash,
                ReplacedHash = token.Hash,
                ReplacedAt = now,
                LastActivity = now,
                ExpiresAt = now + policy.SessionLife,
            };
            var saved = await SaveSessionsAsync(user, user.Sessions.Select(old => old.Id == session.Id ? session : old));
            return SignedIn(saved, session, next, now);
        }

        if (session.ReplacedHash is { } replaced && Matches(token, replaced) && now - session.ReplacedAt <= AccountPolicy.RefreshGrace)
            return SignedIn(user, session, next, session.ReplacedAt);

        // A link of the chain that was replaced before: one of the two who have it is a thief, and nobody knows which.
        await SaveSessionsAsync(user, user.Sessions.Where(old => old.Id != session.Id));
        return SessionEnded;
    }

    private async Task<SignedIn> OpenSessionAsync(UserState user, string? deviceName, DateTimeOffset now)
    {
        var id = ids.Next();
        var key = Base64Url.DecodeFromChars(ids.NextSecret());
        var token = RefreshToken.First(Id, id, key, ids);
        var session = new Session
        {
            Id = id,
            DeviceName = deviceName,
            CreatedAt = now,
            LastActivity = now,
            ExpiresAt = now + AccountPolicy.Of(user.Product).SessionLife,
            RefreshKey = key,
            RefreshHash = token.Hash,
        };
        var open = user.Sessions.Where(old => old.ExpiresAt > now).TakeLast(AccountPolicy.MaxSessions - 1);
        return SignedIn(await SaveSessionsAsync(user, [.. open, session]), session, token, now);
    }

    private async Task<UserState> SaveSessionsAsync(UserState user, IEnumerable<Session> sessions)
    {
        var next = user with { Sessions = [.. sessions.Select(session => session with { LastActivity = LastActivity(session) })] };
        await _user.SaveAsync(next);
        TellEnded();
        foreach (var gone in _activity.Keys.Where(id => !next.Sessions.Any(session => session.Id == id)).ToList()) _activity.Remove(gone);
        return next;
    }

    private bool Stands(string sessionId) => Account is { } user && Find(user, sessionId, clock.GetUtcNow()) is not null;

    private void TellEnded()
    {
        _sessionEnded?.TrySetResult();
        _sessionEnded = null;
    }

    private static Session? Find(UserState user, string sessionId, DateTimeOffset now)
    {
        // On the path of every request: a loop, not LINQ.
        foreach (var session in user.Sessions)
        {
            if (session.Id == sessionId) return session.ExpiresAt > now ? session : null;
        }

        return null;
    }

    private static bool Matches(RefreshToken token, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(token.Hash), Encoding.ASCII.GetBytes(hash));

    private DateTimeOffset LastActivity(Session session) =>
        _activity.TryGetValue(session.Id, out var seen) && seen > session.LastActivity ? seen : session.LastActivity;

    private SignedIn SignedIn(UserState user, Session session, RefreshToken token, DateTimeOffset issuedAt) =>
        new(View(user), session.Id, token.ToString(), issuedAt, session.ExpiresAt);

    private DeviceSession View(Session session) =>
        new(session.Id, session.DeviceName, session.CreatedAt, LastActivity(session), session.ExpiresAt);
}
