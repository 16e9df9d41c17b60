using Platform.Companions.Autonomy;
using Platform.Conversations;
using Platform.Storage;

namespace Platform.Companions;

/// <summary>
/// A companion: who she is and what she feels. Edits, messages and deletion queue here; <c>Get</c> and <c>History</c> interleave with them,
/// which is safe because they read only what <see cref="Durable{T}"/> and <see cref="Transcript"/> show as saved.
/// The conversation is in <c>CompanionGrain.Chat.cs</c>, what is told of it in <c>CompanionGrain.Feed.cs</c>, what she does by herself in <c>CompanionGrain.Autonomy.cs</c>.
/// </summary>
[GrainType("companion")]
internal sealed partial class CompanionGrain : Grain, ICompanionGrain, ICompanionChatGrain, ICompanionAutonomyGrain, ICompanionWakeGrain, IRemindable
{
    private static readonly Refusal Unknown = new(RefusalKind.NotFound, "Character not found");

    private readonly Durable<CompanionState> _companion;
    private readonly CompanionServices _services;

    /// <summary>What she feels, never older than the log; null until a companion of this key exists.</summary>
    private Feelings? _feelings;

    public CompanionGrain([PersistentState("companion")] IPersistentState<CompanionState> storage, CompanionServices services)
    {
        _companion = new(storage);
        _services = services;
    }

    private string Id => this.GetPrimaryKeyString();

    private DateTimeOffset Now => Instant.Truncate(_services.Clock.GetUtcNow());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (_companion.Value is not { } companion) return;
        var recalled = await _services.Recollections.ReadAsync(Id);
        // The state keeps the feelings of its last save, each message those after it: the later of the two are the truth.
        _feelings = recalled.Feelings?.Revision > companion.Feelings.Revision ? recalled.Feelings : companion.Feelings;
        _trail = recalled.Trail;
        // Of a conversation that hasn't begun there is nothing to read.
        if (recalled.IsSilent) _transcript = new Transcript(Id, _services.Log, _services.Ids);
        // Heals a crash between the state and its row in the list.
        if (!recalled.IsListed) await _services.Index.AddAsync(Id, companion.OwnerId, companion.CreatedAt);
        // And one between whatever changed her plans and her reminder. A wake plans anyway.
        if (!LateWakeSweeper.IsCalling) await TryPlanAsync(companion);
    }

    public async Task<Companion> Create(string ownerId, NewCompanion companion)
    {
        if (_companion.Value is { } made) return await CreatedAsync(made, ownerId);
        var now = Now;
        var feelings = Feelings.AtBirth(now);
        var state = new CompanionState
        {
            OwnerId = ownerId,
            Persona = companion.Persona,
            Feelings = feelings,
            CreatedAt = now,
            UpdatedAt = now,
            Autonomy = companion.Autonomy,
        };
        state = await WithAvatarAsync(state, companion.AvatarUrl);
        await _companion.SaveAsync(state);
        _feelings = feelings;
        await _services.Index.AddAsync(Id, ownerId, now);
        await TryPlanAsync(state);
        return View(state, feelings, companion.AvatarUrl);
    }

    /// <summary>A retry, after a crash or a failure in between: what the first try had not come to is done now.</summary>
    private async Task<Companion> CreatedAsync(CompanionState made, string ownerId)
    {
        if (made.OwnerId != ownerId) throw new InvalidOperationException("This companion is somebody else's.");
        await _services.Index.AddAsync(Id, ownerId, made.CreatedAt);
        return await ViewAsync(made);
    }

    public async Task<Outcome<Companion>> Get(string ownerId) => Owned(ownerId) is { } companion ? await ViewAsync(companion) : Unknown;

    public async Task<Outcome<Companion>> Change(string ownerId, CompanionChange change)
    {
        if (Owned(ownerId) is not { } companion) return Unknown;
        var persona = companion.Persona;
        var next = companion with
        {
            Persona = persona with
            {
                Name = change.Name ?? persona.Name,
                Style = change.Style ?? persona.Style,
                Traits = change.Traits ?? persona.Traits,
                VoiceTone = change.VoiceTone ?? persona.VoiceTone,
                Appearance = change.Appearance ?? persona.Appearance,
            },
            Feelings = _feelings!,
            UpdatedAt = Now,
        };
        if (change.AvatarUrl is { } avatar) next = await WithAvatarAsync(next, avatar.Length == 0 ? null : avatar);
        await _companion.SaveAsync(next);
        return await ViewAsync(next);
    }

    public async Task<Outcome<Done>> Delete(string ownerId)
    {
        if (Owned(ownerId) is not { } companion) return Unknown;
        await SettleMissionsAsync();
        // What hangs on the state goes first: after a crash in between, the owner still sees her and can delete her again.
        await _services.Log.DeleteAsync(Id);
        await _services.CheckIns.DeleteAsync(Id);
        if (companion.HasStoredAvatar) await _services.Avatars.DeleteAsync(Id);
        await ForgetPlansAsync();
        await _companion.ClearAsync();
        await _services.Index.RemoveAsync(Id);
        Retire();
        return Done.Instance;
    }

    private CompanionState? Owned(string ownerId)
    {
        var companion = _companion.Value;
        // A wrong guess, or deleted a moment ago: not worth its memory.
        if (companion is null) Retire();
        return companion?.OwnerId == ownerId ? companion : null;
    }

    private async Task<CompanionState> WithAvatarAsync(CompanionState state, string? avatar)
    {
        if (avatar is not { Length: > AvatarStore.InlineLength }) return state with { AvatarUrl = avatar, HasStoredAvatar = false };
        await _services.Avatars.SaveAsync(Id, avatar);
        return state with { AvatarUrl = null, HasStoredAvatar = true };
    }

    private async Task<Companion> ViewAsync(CompanionState state)
    {
        var feelings = _feelings!;
        return View(state, feelings, state.HasStoredAvatar ? await _services.Avatars.ReadAsync(Id) : state.AvatarUrl);
    }

    private Companion View(CompanionState state, Feelings feelings, string? avatar)
    {
        var now = feelings.AsOf(Now);
        return new Companion(
            Id,
            state.OwnerId,
            state.Persona,
            avatar,
            now.Stats,
            now.Emotions,
            now.Word,
            state.CreatedAt,
            state.UpdatedAt,
            Temperament.MoodOf(now.Emotions));
    }
}
