using Microsoft.Extensions.Options;
using Platform.Billing;
using Platform.Companions;
using Platform.Idempotency;
using Platform.Storage;

namespace Platform.Identity;

[GrainType("user")]
internal sealed partial class UserGrain(
    [PersistentState("user")] IPersistentState<UserState> storage,
    IGrainFactory grains,
    IdSource ids,
    TimeProvider clock,
    Patience patience,
    Sequences.Sequences sequences,
    IdempotentRequests requests,
    BillingStore billing,
    SentMessages messages,
    AccountIndex accounts,
    IOptions<AdminOptions> admins,
    IOptions<RateLimitingOptions> limits) : Grain, IUserGrain, ICredentialsGrain, IPlanHolderGrain, IRemindable
{
    internal static readonly Refusal Wrong = new(RefusalKind.WrongCredentials, "Invalid email or password");
    internal static readonly Refusal NoAccount = new(RefusalKind.NotFound, "No such account.");

    private readonly Durable<UserState> _user = new(storage);
    /// <summary>A client that polls every five seconds takes 12 a minute, and one that polls every two takes 30.</summary>
    private const int StatusReads = 60;

    private static readonly TimeSpan StatusWindow = TimeSpan.FromMinutes(1);

    private RequestBudget? _budget;
    private RequestBudget? _statusBudget;

    /// <summary>The record of an account that stands.</summary>
    private UserState? Account => _user.Value is { Deleting: false } user ? user : null;

    private string Id => this.GetPrimaryKeyString();

    // Whoever asks for anything of an account's has passed its gate, so a crash between the account and what it brings along is made good here.
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (Account is not { } user) return;
        await ReadPlanAsync(user);
        await WelcomeAsync(user);
    }

    // Interleaves. It awaits nothing, so it runs between two awaits of another call as a whole, and reads only what was saved.
    public ValueTask<Admission> Admit(string sessionId) => ValueTask.FromResult(Admit(sessionId, user =>
    {
        var policy = AccountPolicy.Of(user.Product);
        _budget ??= new RequestBudget(policy.Window);
        return _budget.Spend(_plan?.Limits.Requests ?? policy.RequestsPerWindow, clock.GetUtcNow());
    }));

    public ValueTask<Admission> AdmitStatusRead(string sessionId) =>
        ValueTask.FromResult(Admit(sessionId, _ => (_statusBudget ??= new(StatusWindow)).Spend(StatusReads, clock.GetUtcNow())));

    public ValueTask<bool> Holds(string name) => ValueTask.FromResult(
        Account is { } user
        && (name.Equals(user.Email, StringComparison.OrdinalIgnoreCase) || name.Equals(user.Username, StringComparison.OrdinalIgnoreCase)));

    public ValueTask<Outcome<Account>> GetAccount() =>
        ValueTask.FromResult<Outcome<Account>>(Account is { } user ? View(user) : NoAccount);

    public async Task<Outcome<Account>> ChangeAccount(AccountChange change)
    {
        if (Account is not { } user) return NoAccount;
        var next = user with { DisplayName = change.DisplayName ?? user.DisplayName, Username = change.Username ?? user.Username };
        return await AccountNames.RenameAsync(grains, Id, user.Product, user.Username, next.Username, () => _user.SaveAsync(next)) is { } taken
            ? taken
            : View(next);
    }

    public async Task<Outcome<SignedIn>> Register(NewAccount account)
    {
        if (_user.Value is not null) throw new InvalidOperationException("This account is already open.");
        if (await AccountNames.ClaimAsync(grains, Id, account) is { } taken) return taken;
        var now = clock.GetUtcNow();
        var user = new UserState
        {
            Product = account.Product,
            Email = account.Email,
            Username = account.Username,
            PasswordHash = account.PasswordHash,
            DisplayName = account.DisplayName,
            CreatedAt = Instant.Truncate(now),
        };
        SignedIn opened;
        try
        {
            if (AccountPolicy.Of(account.Product).Numbered) user = user with { Number = await sequences.NextAsync($"{account.Product}.accounts") };
            SetPlan(user.Product, Plan.FreeId);
            opened = await OpenSessionAsync(user, account.DeviceName, now);
        }
        catch
        {
            await AccountNames.ReleaseAsync(grains, Id, account.Product, account.Email, account.Username);
            throw;
        }

        try
        {
            await WelcomeAsync(user);
        }
        catch (Exception error) when (error is OrleansException or TimeoutException or StoreException)
        {
            // The account stands already; its next activation tries again.
            DeactivateOnIdle();
        }

        return opened;
    }

    /// <summary>Counts the account, and gives it its companion, where its product does so and it isn't done yet.</summary>
    private async Task WelcomeAsync(UserState user)
    {
        var policy = AccountPolicy.Of(user.Product);
        if (policy.Numbered) await accounts.AddAsync(Id, user.Product, user.Number, user.CreatedAt);
        if (policy.Companion is not { } newcomer) return;
        var companion = grains.GetGrain<ICompanionGrain>(Id);
        if ((await companion.Get(Id)).Value is null) await companion.Create(Id, newcomer);
    }

    public Task<Outcome<PasswordHash>> BeginSignIn() => Task.FromResult<Outcome<PasswordHash>>(
        Account is not { } user ? NoAccount : Lockout(user).At(clock.GetUtcNow()) is { } locked ? locked : new PasswordHash(user.PasswordHash));

    public async Task<Outcome<SignedIn>> CompleteSignIn(PasswordTry attempt)
    {
        if (Account is not { } user) return NoAccount;
        var now = clock.GetUtcNow();
        // Also for a right password: tries that were under way when the lock fell must not tell whether they were right.
        if (Lockout(user).At(now) is { } locked) return locked;
        if (attempt.Right)
        {
            var cleared = user with { FailedTries = 0, LockedUntil = null, PasswordHash = attempt.NewHash ?? user.PasswordHash };
            return await OpenSessionAsync(cleared, attempt.DeviceName, now);
        }

        var failed = Lockout(user).Failed(now);
        await _user.SaveAsync(user with { FailedTries = failed.FailedTries, LockedUntil = failed.LockedUntil });
        return Wrong;
    }

    public async Task<Outcome<SignedIn>> OpenSession(string? deviceName) =>
        Account is { } user ? await OpenSessionAsync(user, deviceName, clock.GetUtcNow()) : NoAccount;

    public async Task<Outcome<Done>> SetPassword(string passwordHash)
    {
        if (Account is not { } user) return NoAccount;
        await SaveSessionsAsync(user with { PasswordHash = passwordHash, FailedTries = 0, LockedUntil = null }, []);
        return Done.Instance;
    }

    private static Lockout Lockout(UserState user) => new(user.FailedTries, user.LockedUntil);

    private Account View(UserState user) => new(
        Id,
        user.Product,
        user.Email,
        user.Username,
        user.CreatedAt,
        user.DisplayName,
        user.Number,
        admins.Value.Emails.Contains(user.Email, StringComparer.OrdinalIgnoreCase),
        _plan?.Id ?? Plan.FreeId);

    private Admission Admit(string sessionId, Func<UserState, Admission> spend)
    {
        var now = clock.GetUtcNow();
        if (Account is not { } user || Find(user, sessionId, now) is null) return new Admission(Verdict.SessionEnded);
        _activity[sessionId] = now;
        return limits.Value.Enabled ? spend(user) : new Admission(Verdict.Admitted);
    }
}
