using System.Text.Json;

namespace Platform.Chaos;

/// <summary>Two front doors of one cluster are one server: they answer the same, and what one has done the other knows at once.</summary>
internal sealed class TwoDoors(Client first, Client second)
{
    private const int TriesBeforeLock = 5;

    public async Task CheckAsync()
    {
        await AssertAnswersAreTheSameAsync();
        await AssertALogoutHoldsAtTheOtherDoorAsync();
        await AssertALockHoldsAtTheOtherDoorAsync();
        await AssertADeletionHoldsAtTheOtherDoorAsync();
        await AssertOneOfTwoRegistrationsWinsAsync();
    }

    private async Task AssertAnswersAreTheSameAsync()
    {
        var user = await first.RegisterAsync();
        var conversation = await first.CreateConversationAsync(user);
        Assert.True((await first.SayAsync(conversation, "Hello from the first door")).Ok);
        Assert.True((await second.SayAsync(conversation, "Hello from the second door")).Ok);

        string[] paths = ["auth/me", "characters", $"characters/{conversation.CharacterId}", $"chat/{conversation.CharacterId}/history", "nowhere"];
        foreach (var path in paths)
        {
            var (one, other) = (await first.GetAsync(path, user.Token), await second.GetAsync(path, user.Token));
            Assert.Equal(one, other);
            Assert.Equal(path == "nowhere" ? 404 : 200, one.Status);
        }

        Assert.Equal(4, (await second.HistoryAsync(conversation)).Count);
        Assert.Equal(await first.GetAsync("auth/me", ""), await second.GetAsync("auth/me", ""));
        Assert.Equal(await first.LogInAsync(user, "a wrong password"), await second.LogInAsync(user, "a wrong password"));
        var again = await second.LogInAsync(user, user.Password);
        Assert.Equal(200, again.Status);
        Assert.Equal(
            JsonSerializer.Serialize((await second.GetAsync("auth/me", user.Token)).Body),
            JsonSerializer.Serialize((await first.GetAsync("auth/me", again.Text("access_token"))).Body));
    }

    private async Task AssertALogoutHoldsAtTheOtherDoorAsync()
    {
        var user = await first.RegisterAsync();
        // The other door has seen the token, and found it good.
        Assert.Equal(200, (await second.GetAsync("auth/me", user.Token)).Status);
        Assert.Equal(200, (await first.PostAsync("auth/logout", user.Token, new { })).Status);
        Assert.Equal(401, (await second.GetAsync("auth/me", user.Token)).Status);
    }

    private async Task AssertALockHoldsAtTheOtherDoorAsync()
    {
        var user = await first.RegisterAsync();
        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? first : second).LogInAsync(user, "a wrong password")));
        Assert.Equal(TriesBeforeLock, tries.Count(answer => answer.Status == 401));
        Assert.Equal(20 - TriesBeforeLock, tries.Count(answer => answer.Status == 403));
        Assert.Equal(403, (await first.LogInAsync(user, user.Password)).Status);
        Assert.Equal(403, (await second.LogInAsync(user, user.Password)).Status);
    }

    private async Task AssertADeletionHoldsAtTheOtherDoorAsync()
    {
        var user = await first.RegisterAsync();
        Assert.Equal(200, (await second.GetAsync("auth/me", user.Token)).Status);
        Assert.Equal(200, (await first.DeleteAsync("auth/me", user.Token, new { confirm = true })).Status);
        Assert.Equal(401, (await second.GetAsync("auth/me", user.Token)).Status);
        Assert.Equal(401, (await second.LogInAsync(user, user.Password)).Status);
    }

    private async Task AssertOneOfTwoRegistrationsWinsAsync()
    {
        for (var round = 0; round < 5; round++)
        {
            var name = $"u{Guid.NewGuid():N}"[..20];
            var body = new { email = $"{name}@example.org", username = name, password = "a long password" };
            var answers = await Task.WhenAll(first.PostAsync("auth/register", "", body), second.PostAsync("auth/register", "", body));
            Assert.Equal([201, 400], answers.Select(answer => answer.Status).Order());
        }
    }
}
