namespace Platform.Wallets;

/// <summary>What an operation has to know of the owner's plan before it is carried out.</summary>
internal enum AllowanceNeed
{
    /// <summary>Ends what was begun, whatever the plan is.</summary>
    None,

    /// <summary>The allowance of this period has to be in the wallet.</summary>
    Applied,

    /// <summary>The plan may have changed since it was asked for.</summary>
    AskedAgain,
}

/// <summary>Something that a wallet was asked, and that waits for its turn and its commit.</summary>
internal abstract class WalletOperation
{
    /// <summary>What it is called where it is counted.</summary>
    public required string Name { get; init; }

    public AllowanceNeed Need { get; init; }

    /// <summary>Does it to a draft. May be done again to another.</summary>
    public abstract void Apply(WalletDraft draft);

    /// <summary>Gives the caller the answer of the last draft: it is durable.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception error);
}

/// <inheritdoc/>
internal sealed class WalletOperation<T>(Func<WalletDraft, T> apply) : WalletOperation
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _answer = default!;

    public Task<T> Task => _done.Task;

    public override void Apply(WalletDraft draft) => _answer = apply(draft);

    public override void Complete()
    {
        WalletMeasure.Answered(Name, _answer);
        _done.SetResult(_answer);
    }

    public override void Fail(Exception error)
    {
        WalletMeasure.Failed(Name);
        _done.SetException(error);
    }
}
