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
            Filters(Texts(request.Filters, check), "body.filters", check),
            request.BatchSize,
            request.Model ?? Text(request.Filters, "model"),
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
        var form = new Dictionary<string, string?>
        {
            ["body_type"] = request.BodyType,
            ["pose_type"] = request.PoseType,
            ["camera_angle"] = request.CameraAngle,
            ["lighting"] = request.Lighting,
            ["clothing"] = request.Clothing,
            ["background"] = request.Background,
            ["ethnicity"] = request.Ethnicity,
            ["age_range"] = request.AgeRange,
            ["gender_presentation"] = request.GenderPresentation,
        };
        var order = Read("", Filters(form, "body", check), request.BatchSize, request.Model, check);
        var prompt = string.IsNullOrWhiteSpace(request.Prompt) ? Sentence(order.Filters) : check.Text(request.Prompt, "body.prompt", 1, MaxPromptLength);
        check.ThrowIfInvalid();
        return order with { Prompt = prompt, Parameters = Sent(JsonSerializer.SerializeToNode(request, Json.WebAppGenerateRequest)) };
    }

    public static IReadOnlyList<string> Tags(IReadOnlyList<string?>? tags, Validation check)
    {
        if (tags?.Count > MaxTags) check.Add("body.tags", $"At most {MaxTags} tags are allowed.", "too_long");
        return [.. (tags ?? []).Select(tag => FigureTags.Normalize(check.Text(tag, "body.tags", 1, FigureTags.MaxLength))).Distinct()];
    }

    private static FiguresOrder Read(string prompt, Dictionary<string, string> filters, int? batchSize, string? model, Validation check)
    {
        var count = check.InRange(batchSize ?? 1, "body.batch_size", 1, Plans.BatchSize);
        var found = model is null ? FigureModels.Default : FigureModels.Find(model);
        if (found is null) check.Add("body.model", $"Model must be one of {string.Join(", ", FigureModels.All.Select(known => known.Id))}.", "enum");
        return new FiguresOrder(
            prompt, filters, count, (found ?? FigureModels.Default).Id, Seed: null, Formats[0], Tags: [], IsPublic: true, Parameters: "{}");
    }

    /// <summary>Filters under the one name of their dimension.</summary>
    private static Dictionary<string, string> Filters(Dictionary<string, string?> asked, string field, Validation check)
    {
        if (asked.Count > MaxFilters) check.Add(field, $"At most {MaxFilters} filters are allowed.", "too_long");
        var filters = new Dictionary<string, string>();
        foreach (var (name, value) in asked.Where(filter => !string.IsNullOrWhiteSpace(filter.Value)).Take(MaxFilters))
        {
            var known = check.Length(name, field, 1, MaxFilterLength);
            filters[FigureTags.Dimension(known)] = check.Text(value, $"{field}.{known}", 1, MaxFilterLength).ToLowerInvariant();
        }

        return filters;
    }

    private static Dictionary<string, string?> Texts(IReadOnlyDictionary<string, JsonElement>? filters, Validation check)
    {
        var texts = new Dictionary<string, string?>();
        foreach (var (name, value) in filters ?? new Dictionary<string, JsonElement>())
        {
            if (NoFilters.Contains(name) || value.ValueKind == JsonValueKind.Null) continue;
            if (value.ValueKind == JsonValueKind.String) texts[name] = value.GetString();
            else check.Add("body.filters", "A filter is a text.", "string_type");
        }

        return texts;
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
