using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Security;
using Platform.Companions;

namespace Platform.Api.Products.NeuroTamagotchi;

internal static class Characters
{
    public static readonly string[] Styles = ["anime", "cyberpunk", "fantasy"];

    /// <summary>What a whole picture of the product's own size takes as a data URI, with room to spare.</summary>
    private const int MaxAvatarLength = 3 * 1024 * 1024;

    private static NeuroTamagotchiJson Json => NeuroTamagotchiJson.Default;

    public static async Task<JsonHttpResult<IReadOnlyList<CharacterResponse>>> List(Caller caller, IGrainFactory grains)
    {
        var companions = await grains.GetGrain<ICompanionsGrain>(caller.AccountId).List();
        IReadOnlyList<CharacterResponse> characters = [.. companions.Select(View)];
        return TypedResults.Json(characters, Json.IReadOnlyListCharacterResponse);
    }

    public static async Task<JsonHttpResult<CharacterResponse>> Get(string characterId, Caller caller, IGrainFactory grains) =>
        Answer((await Companion(characterId, grains).Get(caller.AccountId)).OrThrow());

    public static async Task<JsonHttpResult<CharacterResponse>> Create(
        Body<CreateCharacterRequest> body, Caller caller, Operation operation, IGrainFactory grains)
    {
        var request = body.Value;
        var check = new Validation();
        var persona = new Persona(
            check.Text(request.Name, "body.name", 1, 50),
            check.OneOf(request.Style, "body.style", Styles),
            Traits(request.Personality, check) ?? [],
            VoiceTone(request.Personality, check),
            Appearance(request.Appearance, check) ?? new Dictionary<string, string>());
        var avatar = request.AvatarUrl is { Length: > 0 } url ? Avatar(url, check) : null;
        check.ThrowIfInvalid();

        var created = await grains.GetGrain<ICompanionsGrain>(caller.AccountId).Create(new NewCompanion(persona, avatar), operation.Id);
        return Answer(created.OrThrow(), 201);
    }

    public static async Task<JsonHttpResult<CharacterResponse>> Update(
        string characterId, Body<UpdateCharacterRequest> body, Caller caller, IGrainFactory grains)
    {
        var request = body.Value;
        var check = new Validation();
        var change = new CompanionChange(
            request.Name is null ? null : check.Text(request.Name, "body.name", 1, 50),
            request.Style is null ? null : check.OneOf(request.Style, "body.style", Styles),
            Appearance(request.Appearance, check),
            Traits(request.Personality, check),
            VoiceTone(request.Personality, check),
            request.AvatarUrl.ValueKind switch
            {
                JsonValueKind.Undefined => null,
                JsonValueKind.Null => "",
                JsonValueKind.String => Avatar(request.AvatarUrl.GetString()!, check),
                _ => Avatar(".", check),
            });
        check.ThrowIfInvalid();
        return Answer((await Companion(characterId, grains).Change(caller.AccountId, change)).OrThrow());
    }

    public static async Task<NoContent> Delete(string characterId, Caller caller, IGrainFactory grains)
    {
        (await Companion(characterId, grains).Delete(caller.AccountId)).OrThrow();
        return TypedResults.NoContent();
    }

    private static ICompanionGrain Companion(string characterId, IGrainFactory grains) =>
        grains.GetGrain<ICompanionGrain>(CharacterId.Parse(characterId));

    private static IReadOnlyList<string>? Traits(Personality? personality, Validation check)
    {
        if (personality?.Traits is not { } traits) return null;
        if (traits.Count > 20) check.Add("body.personality.traits", "At most 20 traits are allowed.", "too_long");
        return [.. traits.Select(trait => check.Text(trait, "body.personality.traits", 1, 50))];
    }

    private static string? VoiceTone(Personality? personality, Validation check) =>
        personality?.VoiceTone is { } tone ? check.Text(tone, "body.personality.voice_tone", 0, 50) : null;

    public static Dictionary<string, string>? Appearance(IReadOnlyDictionary<string, string?>? appearance, Validation check)
    {
        if (appearance is null) return null;
        if (appearance.Count > 20) check.Add("body.appearance", "At most 20 parts of an appearance are allowed.", "too_long");
        var checkedParts = new Dictionary<string, string>();
        foreach (var (part, value) in appearance)
        {
            var name = check.Length(part, "body.appearance", 1, 50);
            if (value is not null) checkedParts[name] = check.Length(value, "body.appearance", 0, 200);
        }

        return checkedParts;
    }

    private static string Avatar(string url, Validation check)
    {
        var isAddress = Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        if (url.Length > MaxAvatarLength) check.Add("body.avatar_url", "The avatar is too large.", "string_too_long");
        else if (url.Length > 0 && !PictureUri.IsPicture(url) && (url.Length > 2048 || !isAddress))
            check.Add("body.avatar_url", "The avatar must be an http(s) address or a data URI of a PNG, JPEG, GIF or WebP picture.", "url_parsing");
        return url;
    }

    private static JsonHttpResult<CharacterResponse> Answer(Companion companion, int status = 200) =>
        TypedResults.Json(View(companion), Json.CharacterResponse, statusCode: status);

    public static CharacterResponse View(Companion companion)
    {
        var (energy, mood, bond) = companion.Stats;
        var persona = companion.Persona;
        return new(
            companion.Id,
            companion.OwnerId,
            persona.Name,
            persona.Style,
            persona.Appearance,
            new Personality(persona.Traits, persona.VoiceTone),
            companion.AvatarUrl,
            InworldAgentId: null,
            InworldSceneId: null,
            new Params(energy, mood, bond),
            new ContractStats(mood, bond),
            Status(energy, mood),
            companion.Emotion,
            companion.CreatedAt.UtcDateTime,
            companion.UpdatedAt.UtcDateTime);
    }

    /// <summary>The word that the product's pages show: by the mean of energy and mood.</summary>
    private static string Status(int energy, int mood) => ((energy + mood) / 2.0) switch
    {
        >= 80 => "happy",
        >= 60 => "normal",
        >= 40 => "bored",
        >= 20 => energy < mood ? "tired" : "sad",
        _ => "exhausted",
    };
}
