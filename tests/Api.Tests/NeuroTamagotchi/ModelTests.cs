using Platform.Testing;

namespace Platform.Api.Tests.NeuroTamagotchi;

/// <summary>Replies of a language model, through the door.</summary>
public sealed class ModelTests
{
    [Fact]
    public async Task A_model_that_fails_is_an_orderly_refusal_and_the_message_is_kept()
    {
        await using var server = await ModelledServer.StartAsync();
        var user = await server.SignUpAsync();
        var id = await user.CreateCharacterAsync();
        server.Model.Then(ModelServer.Says("I'm a model."), ModelServer.Fails(400), ModelServer.Says("Back again."));

        Assert.Equal("I'm a model.", (await user.SayAsync(id, "Who are you?")).Json!["message"]!["content"]!.GetValue<string>());
        var refused = (await user.SayAsync(id, "Still there?")).IsError(503);
        Assert.Equal("REPLY_FAILED", refused.Text("code"));
        Assert.Equal("Back again.", (await user.SayAsync(id, "Hello?")).Json!["message"]!["content"]!.GetValue<string>());

        var history = (await user.GetAsync($"/chat/{id}/history")).Json!["items"]!.AsArray();
        Assert.Equal(
            ["Who are you?", "I'm a model.", "Still there?", "Hello?", "Back again."], history.Select(item => item!["content"]!.GetValue<string>()));
    }
}
