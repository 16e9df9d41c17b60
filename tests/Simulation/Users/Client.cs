using Platform.Companions;
using Platform.Companions.Replies;
using Platform.Idempotency;
using Platform.Simulation.Checks;
using Platform.Simulation.Silo;

namespace Platform.Simulation.Users;

/// <summary>
/// What a user's app does: it sends one thing after the other, and what got no answer again once there is a server.
/// </summary>
internal sealed class Client(User user, ulong seed, CompanionCheck check, TimeProvider clock)
{
    private readonly Queue<Act> _waiting = [];
    private readonly IdSource _ids = new(clock, new DiceEntropy(seed));
    private RequestKey? _request;
    private int _calls;

    public string Id => user.Id;

    public bool HasWork => _waiting.Count > 0;

    public void Want(Act act) => _waiting.Enqueue(act);

    /// <summary>Sends what waits. What got no answer, because the silo was killed, still waits.</summary>
    public async Task SendAsync(IGrainFactory grains)
    {
        while (_waiting.TryPeek(out var act))
        {
            RequestContext.Set(Interception.CallId, _calls++);
            await PerformAsync(grains, act);
            _waiting.Dequeue();
        }
    }

    private async Task PerformAsync(IGrainFactory grains, Act act)
    {
        switch (act)
        {
            case Say say:
                // The second time it is the same request, and has its effect no second time.
                if (_request is null) check.Tried(say.Text);
                _request ??= new RequestKey(Guid.Parse(_ids.Next()), Guid.Parse(_ids.Next()));
                var said = await grains.GetGrain<ICompanionChatGrain>(Id).Say(Id, new NewMessage(_ids.Next(), say.Text, _request));
                check.Acknowledged(said.Value ?? throw new InvalidOperationException($"{Id} could not write: {said.Refusal}"));
                _request = null;
                break;
            case Choose choose:
                check.Chose((await grains.GetGrain<ICompanionAutonomyGrain>(Id).SetAutonomy(Id, choose.Settings)).Value!);
                break;
            default:
                check.Saw((await grains.GetGrain<ICompanionGrain>(Id).Get(Id)).Value!.Emotions, clock.GetUtcNow());
                break;
        }
    }

    private sealed class DiceEntropy(ulong seed) : IEntropy
    {
        private Dice _dice = new(seed);

        public void Fill(Span<byte> bytes)
        {
            foreach (ref var one in bytes) one = (byte)_dice.Next();
        }
    }
}
