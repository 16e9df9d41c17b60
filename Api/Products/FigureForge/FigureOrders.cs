using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.Api.Http;
using Platform.Generation;

namespace Platform.Api.Products.FigureForge;

/// <summary>Reads what figures are to be drawn, in either form of the request.</summary>
internal static class FigureOrders
{
    private const int MaxPromptLength = 4000;
    private const int MaxFilters = 20;
    private const int MaxFilterLength = 50;
    private const int MaxTags = 20;

    private static readonly string[] Formats = ["jpeg", "png"];

    private static readonly string[] AspectRatios = ["square", "portrait", "landscape", "wide", "tall"];

    /// <summary>What earlier clients put among the filters, though it is none.</summary>
    private static readonly string[] NoFilters = ["seed", "model", "tags", "public", "is_public", "batch_size", "prompt", "format"];

    private static FigureForgeJson Json => FigureForgeJson.Default;

    public static FiguresOrder Read(GenerateRequest request)
    {
        var check = new Validation();
        var prompt = check.Text(request.Prompt, "body.prompt", 1, MaxPromptLength);
        var order = Read(
            prompt,
            request.Filters,
            request.BatchSize,
            request.Model ?? Text(request.Filters, "model"),
            "body.filters",
            check) with
        {
            Seed = Seed(request.Seed ?? Number(request.Filters, "seed"), check),
            Format = request.Format is null ? Formats[0] : check.OneOf(request.Format, "body.format", Formats),
            Tags = Tags(request.Tags, check),
            IsPublic = request.IsPublic ?? request.Public ?? Flag(request.Filters, "public") ?? true,
            Parameters = Sent(JsonSerializer.SerializeToNode(request, Json.GenerateRequest)),
        };
        if (request.AspectRatio is { } ratio)
            order = order with { Filters = new Dictionary<string, string>(order.Filters) { ["aspect_ratio"] = check.OneOf(ratio, "body.aspect_ratio", AspectRatios) } };
        check.ThrowIfInvalid();
        return order;
    }

    public static FiguresOrder Read(WebAppGenerateRequest request)
    {
        var check = new Validation();
        var order = Read("", request.Filters, request.BatchSize, request.Model, "body", check);
        var prompt = string.IsNullOrWhiteSpace(request.Prompt) ? Sentence(order.Filters) : check.Text(request.Prompt, "body.prompt", 1, MaxPromptLength);
        check.ThrowIfInvalid();
        return order with { Prompt = prompt, Parameters = Sent(JsonSerializer.SerializeToNode(request, Json.WebAppGenerateRequest)) };
    }

    public static IReadOnlyList<string> Tags(IReadOnlyList<string?>? tags, Validation check)
    {
        if (tags?.Count > MaxTags) check.Add("body.tags", $"At most {MaxTags} tags are allowed.", "too_long");
        return [.. (tags ?? []).Select(tag => FigureTags.Normalize(check.Text(tag, "body.tags", 1, FigureTags.MaxLength))).Distinct()];
    }

    private static FiguresOrder Read(
        string prompt, IReadOnlyDictionary<string, JsonElement>? filters, int? batchSize, string? model, string field, Validation check)
    {
        var count = check.InRange(batchSize ?? 1, "body.batch_size", 1, Plans.BatchSize);
        var found = model is null ? FigureModels.Default : FigureModels.Find(model);
        if (found is null) check.Add("body.model", $"Model must be one of {string.Join(", ", FigureModels.All.Select(known => known.Id))}.", "enum");
        return new FiguresOrder(
            prompt, Filters(filters, field, check), count, (found ?? FigureModels.Default).Id, Seed: null, Formats[0], Tags: [], IsPublic: true, Parameters: "{}");
    }

    private static Dictionary<string, string> Filters(IReadOnlyDictionary<string, JsonElement>? filters, string field, Validation check)
    {
        var read = new Dictionary<string, string>();
        if (filters?.Count > MaxFilters) check.Add(field, $"At most {MaxFilters} filters are allowed.", "too_long");
        foreach (var (name, value) in (filters ?? new Dictionary<string, JsonElement>()).Where(filter => !NoFilters.Contains(filter.Key)).Take(MaxFilters))
        {
            if (value.ValueKind is JsonValueKind.Null) continue;
            if (value.ValueKind is not JsonValueKind.String)
            {
                check.Add($"{field}.{name}", "A filter is a text.", "string_type");
                continue;
            }

            if (check.Text(value.GetString(), $"{field}.{name}", 0, MaxFilterLength) is { Length: > 0 } text && name.Length is > 0 and <= MaxFilterLength)
                read[FigureTags.Dimension(name)] = text.ToLowerInvariant();
        }

        return read;
    }

    /// <summary>A form in words: what it asks for, in the order in which people say it.</summary>
    private static string Sentence(IReadOnlyDictionary<string, string> filters)
    {
        string[] order = ["age_range", "ethnicity", "gender_presentation", "body_type", "pose", "clothing", "lighting", "background", "camera"];
        var said = order.Where(filters.ContainsKey).Select(name => name switch
        {
            "pose" => $"figure, {filters[name]}",
            "clothing" => $"in {filters[name]} clothing",
            "lighting" => $"{filters[name]} light",
            "background" => $"{filters[name]} background",
            "camera" => $"seen at {filters[name]}",
            _ => filters[name],
        });
        var text = string.Join(", ", said).Replace('_', ' ');
        return text.Length == 0 ? "Figure drawing reference" : text;
    }

    /// <summary>What the client has said, without what it hasn't.</summary>
    private static string Sent(JsonNode? request)
    {
        var fields = request!.AsObject();
        foreach (var (name, _) in fields.Where(field => field.Value is null).ToList()) fields.Remove(name);
        return fields.ToJsonString();
    }

    private static long? Seed(long? seed, Validation check)
    {
        if (seed is < 0 or > uint.MaxValue) check.Add("body.seed", $"Seed must be between 0 and {uint.MaxValue}.", "out_of_range");
        return seed;
    }

    private static string? Text(IReadOnlyDictionary<string, JsonElement>? values, string name) =>
        values?.TryGetValue(name, out var value) == true && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(IReadOnlyDictionary<string, JsonElement>? values, string name) =>
        values?.TryGetValue(name, out var value) == true && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    private static bool? Flag(IReadOnlyDictionary<string, JsonElement>? values, string name) =>
        values?.TryGetValue(name, out var value) == true && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? values![name].GetBoolean()
            : null;
}
