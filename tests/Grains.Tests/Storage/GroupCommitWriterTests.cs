using Platform.Storage;

namespace Platform.Tests.Storage;

/// <summary>How units share commits, seen through a committer that can be held up.</summary>
public sealed class GroupCommitWriterTests
{
    [Fact]
    public async Task Units_that_wait_for_a_commit_share_the_next_one()
    {
        var committer = new FakeCommitter();
        await using var writer = new GroupCommitWriter(committer, "sqlite");
        await committer.HoldAsync(writer, Enumerable.Range(1, 100));

        Assert.Equal([1, 100], committer.Commits);
    }

    [Fact]
    public async Task A_commit_has_a_bounded_size()
    {
        var committer = new FakeCommitter();
        await using var writer = new GroupCommitWriter(committer, "sqlite");
        await committer.HoldAsync(writer, Enumerable.Range(1, 1100));

        Assert.Equal([1, 512, 512, 76], committer.Commits);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(64)]
    public async Task A_bad_unit_fails_alone_and_costs_its_neighbours_few_commits(int bad)
    {
        var committer = new FakeCommitter { Refuse = unit => unit == bad ? new StoreConflictException("bad") : null };
        await using var writer = new GroupCommitWriter(committer, "sqlite");
        var outcomes = await committer.HoldAsync(writer, Enumerable.Range(1, 64));

        Assert.IsType<StoreConflictException>(outcomes[bad - 1]);
        Assert.Equal(63, outcomes.Count(static outcome => outcome is null));
        Assert.Equal(Enumerable.Range(0, 65).Where(unit => unit != bad), committer.Written);
        Assert.InRange(committer.Commits.Count, 1, 14);
    }

    [Fact]
    public async Task Bad_units_all_fail_and_good_ones_are_written_once_in_order()
    {
        var committer = new FakeCommitter { Refuse = unit => unit % 3 == 1 ? new StoreException("bad") : null };
        await using var writer = new GroupCommitWriter(committer, "sqlite");
        var outcomes = await committer.HoldAsync(writer, Enumerable.Range(1, 50));

        Assert.All(outcomes.Index(), outcome => Assert.Equal((outcome.Index + 1) % 3 == 1, outcome.Item is StoreException));
        Assert.Equal(Enumerable.Range(0, 51).Where(static unit => unit % 3 != 1), committer.Written);
    }

    [Fact]
    public async Task When_the_database_fails_nothing_is_tried_twice()
    {
        var committer = new FakeCommitter { Refuse = unit => unit > 0 ? new IOException("gone") : null };
        await using var writer = new GroupCommitWriter(committer, "sqlite");
        var outcomes = await committer.HoldAsync(writer, Enumerable.Range(1, 20));

        Assert.All(outcomes, static outcome => Assert.IsType<IOException>(Assert.IsType<StoreException>(outcome).InnerException));
        Assert.Equal([1, 20], committer.Commits);
    }

    [Fact]
    public async Task After_it_is_disposed_a_unit_is_refused()
    {
        var committer = new FakeCommitter();
        var writer = new GroupCommitWriter(committer, "sqlite");
        await writer.DisposeAsync();

        await Assert.ThrowsAsync<StoreException>(() => writer.WriteAsync(Unit(1)));
        Assert.True(committer.Disposed);
    }

    private static Statement[] Unit(int number) => [new("", [number])];

    /// <summary>Notes what is committed. Unit 0 is held back until all others are waiting.</summary>
    private sealed class FakeCommitter : ICommitter
    {
        private readonly ManualResetEventSlim _released = new();
        private readonly TaskCompletionSource _held = new();

        public Func<int, Exception?> Refuse { get; init; } = static _ => null;

        public List<int> Commits { get; } = [];

        public List<int> Written { get; } = [];

        public bool Disposed { get; private set; }

        /// <summary>Writes the units while unit 0 is held back, lets it go, and returns how each of the others ended.</summary>
        public async Task<Exception?[]> HoldAsync(GroupCommitWriter writer, IEnumerable<int> units)
        {
            var first = writer.WriteAsync(Unit(0));
            await _held.Task;
            var others = units.Select(unit => writer.WriteAsync(Unit(unit))).ToList();
            _released.Set();
            await first;
            return await Task.WhenAll(others.Select(static async task => await Record.ExceptionAsync(() => task)));
        }

        public void Commit(ReadOnlySpan<Statement[]> units)
        {
            _held.TrySetResult();
            _released.Wait();
            Commits.Add(units.Length);
            var numbers = new List<int>();
            foreach (var unit in units) numbers.Add((int)unit[0].Values[0]!);
            if (numbers.Select(Refuse).FirstOrDefault(static error => error is not null) is { } error) throw error;
            Written.AddRange(numbers);
        }

        public void Dispose() => Disposed = true;
    }
}
