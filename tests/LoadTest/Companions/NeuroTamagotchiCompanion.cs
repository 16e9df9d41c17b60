using System.Text.Json.Nodes;
using Platform.LoadTest.Http;
using Platform.LoadTest.Measuring;

namespace Platform.LoadTest.Companions;

/// <summary>A character of NeuroTamagotchi, whose user has no other.</summary>
internal sealed class NeuroTamagotchiCompanion : Companion
{
    private const string Base = "/neurotamagotchi/api/v1";

    private readonly RestClient _rest;
    private readonly string _bearer;
    private readonly Uri _send;
    private readonly Uri _history;

    private NeuroTamagotchiCompanion(RestClient rest, string bearer, string characterId)
    {
        _rest = rest;
        _bearer = bearer;
        _send = new($"{Base}/chat/{characterId}/send", UriKind.Relative);
        _history = new($"{Base}/chat/{characterId}/history?page=1&page_size=20", UriKind.Relative);
    }

    public static async Task<Companion> CreateAsync(string name, PatientClient patient, RestClient rest, CancellationToken cancellation)
    {
        var registered = await patient.PostAsync(
            $"{Base}/auth/register",
            null,
            new JsonObject
            {
                ["email"] = $"{name}@example.com",
                ["username"] = name,
                ["password"] = Population.Password,
                ["confirm_password"] = Population.Password,
            },
            cancellation);
        var bearer = $"Bearer {registered.GetProperty("access_token").GetString()}";
        var created = await patient.PostAsync(
            $"{Base}/characters",
            bearer,
            new JsonObject
            {
                ["name"] = "Luna",
                ["style"] = "anime",
                ["appearance"] = new JsonObject { ["hair_color"] = "Silver", ["eye_color"] = "Blue" },
                ["personality"] = new JsonObject { ["traits"] = new JsonArray("cheerful", "curious"), ["voice_tone"] = "friendly" },
            },
            cancellation);
        var id = created.GetProperty("id").GetString()!;
        await patient.PostAsync($"{Base}/chat/{id}/send", bearer, new JsonObject { ["content"] = Texts.Of(0) }, cancellation);
        return new NeuroTamagotchiCompanion(rest, bearer, id);
    }

    public override Task SayAsync(int choice, TimeSpan due) =>
        _rest.CallAsync(Endpoint.NeuroTamagotchiSend, HttpMethod.Post, _send, _bearer, Texts.BodyOf(choice), due);

    public override Task ReadAsync(int choice, TimeSpan due) =>
        _rest.CallAsync(Endpoint.NeuroTamagotchiHistory, HttpMethod.Get, _history, _bearer, null, due);
}
