using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.AI;
using Platform.Companions.Replies;

namespace Platform.Simulation.Silo;

/// <summary>Where a call of a companion is when its silo is killed.</summary>
internal enum Stage
{
    /// <summary>Its answer has arrived.</summary>
    Answered,

    /// <summary>It hasn't begun.</summary>
    NotBegun,

    /// <summary>Its reply is being written. A tick has none, and is answered.</summary>
    Writing,

    /// <summary>All is done, and nobody has been told.</summary>
    Unanswered,
}

/// <summary>
/// Stands in the way of each call of a companion: it gives the call its own entropy, so that what one companion draws doesn't depend on what
/// others do meanwhile, and before a kill it stops the call at the stage that the kill wants to find it in.
/// </summary>
internal sealed class Interception(ulong seed, TimeProvider clock, Rest rest) : IIncomingGrainCallFilter, IEntropy
{
    /// <summary>The request context's entry that tells one call from another of the same moment.</summary>
    public const string CallId = "simulated-call";

    private readonly AsyncLocal<Call?> _current = new();
    private readonly TaskCompletionSource _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentBag<string> _writing = [];
    private int _heldCalls;
    private int _heldTicks;

    /// <summary>By the companion's key, and whether it is a tick: where its calls are stopped; null: all are answered.</summary>
    public Func<string, bool, Stage>? StageOf { get; set; }

    /// <summary>How many calls of users are held.</summary>
    public int HeldCalls => Volatile.Read(ref _heldCalls);

    public int HeldTicks => Volatile.Read(ref _heldTicks);

    /// <summary>The companions whose reply is held while it is written.</summary>
    public IReadOnlyCollection<string> Writing => _writing;

    /// <summary>What is held will never be answered.</summary>
    public void Kill() => _killed.TrySetException(new OperationCanceledException("This process was killed."));

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.TargetId.Type.ToString() != "companion")
        {
            await context.Invoke();
            return;
        }

        var key = context.TargetId.Key.ToString()!;
        var isTick = context.InterfaceMethod.Name == nameof(IRemindable.ReceiveReminder);
        var stage = StageOf?.Invoke(key, isTick) ?? Stage.Answered;
        var call = new Call(key, isTick, stage, new Dice(SeedOf($"{key} {clock.GetUtcNow():O} {RequestContext.Get(CallId)}")));
        _current.Value = call;
        if (call.Stage == Stage.NotBegun) await HoldAsync(isTick);
        await context.Invoke();
        if (call.Stage == Stage.Unanswered) await HoldAsync(isTick);
    }

    /// <summary>What a companion draws in a call; elsewhere nothing that is drawn is ever shown.</summary>
    public void Fill(Span<byte> bytes)
    {
        if (_current.Value is not { } call)
        {
            new SystemEntropy().Fill(bytes);
            return;
        }

        foreach (ref var one in bytes) one = (byte)call.Next();
    }

    /// <summary>The reply engine that is shipped; of a call that is to be stopped while its reply is written, it never comes to an end.</summary>
    public IChatClient Engine() => new StoppableEngine(this, new BuiltinChatClient());

    private async Task HoldAsync(bool isTick)
    {
        Interlocked.Increment(ref isTick ? ref _heldTicks : ref _heldCalls);
        rest.Hold(isTick);
        await _killed.Task;
    }

    /// <summary>FNV-1a.</summary>
    private ulong SeedOf(string call)
    {
        var hash = 14695981039346656037UL ^ seed;
        foreach (var one in Encoding.UTF8.GetBytes(call)) hash = (hash ^ one) * 1099511628211UL;
        return hash;
    }

    private sealed class Call(string key, bool isTick, Stage stage, Dice dice)
    {
        private Dice _dice = dice;

        public string Key => key;

        public bool IsTick => isTick;

        public Stage Stage => stage;

        public ulong Next() => _dice.Next();
    }

    private sealed class StoppableEngine(Interception owner, IChatClient engine) : DelegatingChatClient(engine)
    {
        public override Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            owner._current.Value is { IsTick: false, Stage: Stage.Writing } call
                ? NeverAsync(call)
                : base.GetResponseAsync(messages, options, cancellationToken);

        private async Task<ChatResponse> NeverAsync(Call call)
        {
            owner._writing.Add(call.Key);
            await owner.HoldAsync(isTick: false);
            throw new InvalidOperationException("What is held is never let go.");
        }
    }
}
