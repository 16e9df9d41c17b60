using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.Documentation;

/// <summary>A product's OpenAPI document as it is checked in, and what it says about answers.</summary>
public sealed class CheckedInDocument
{
    private static readonly Dictionary<string, CheckedInDocument> All =
        Directory.GetFiles(Folder, "*.json").Select(file => new CheckedInDocument(file)).ToDictionary(document => document.Product);

    private readonly JsonNode _document;
    private readonly JsonShape _shape;

    private CheckedInDocument(string file)
    {
        Product = Path.GetFileNameWithoutExtension(file);
        Text = File.ReadAllText(file).ReplaceLineEndings("\n");
        _document = JsonNode.Parse(Text)!;
        _shape = new(_document);
        Base = _document["servers"]![0]!["url"]!.GetValue<string>();
        Operations =
        [
            .. from path in _document["paths"]!.AsObject()
               from method in path.Value!.AsObject()
               select new Operation(method.Key.ToUpperInvariant(), path.Key, method.Value!, _shape),
        ];
    }

    /// <summary>Where the documents are.</summary>
    public static string Folder => Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "Api", "OpenApi"));

    /// <summary>One for each product.</summary>
    public static IEnumerable<CheckedInDocument> Everything => All.Values.OrderBy(document => document.Product, StringComparer.Ordinal);

    public static TheoryData<string> Products => [.. All.Keys.Order(StringComparer.Ordinal)];

    public string Product { get; }

    public string Text { get; }

    /// <summary>The path before every route.</summary>
    public string Base { get; }

    public IReadOnlyList<Operation> Operations { get; }

    public static CheckedInDocument Of(string product) => All[product];

    /// <summary>Whatever a product answers in any test is in its document: the route, the status, and the shape of the body.</summary>
    public static void Check(HttpMethod method, string path, Answer answer)
    {
        if (All.GetValueOrDefault(path.Split('/')[1]) is { } document) document.Holds(method, path, answer);
    }

    /// <summary>What is wrong with an answer to a request, whose query may have anything in it.</summary>
    public string ProblemsOf(HttpMethod method, string target, Answer answer) => string.Join(' ', Judge(method, target.Split('?')[0], answer).Problems);

    private void Holds(HttpMethod method, string path, Answer answer)
    {
        var (described, problems) = Judge(method, path, answer);
        Assert.True(!problems.Any(), $"{Product}: {described} answered {(int)answer.Status}, which is not as documented: {string.Join(' ', problems)}");
    }

    private (string Described, IEnumerable<string> Problems) Judge(HttpMethod method, string path, Answer answer)
    {
        var below = path[Base.Length..].Split('?')[0];
        var routes = Operations.Where(operation => operation.Matches(below)).ToList();
        var operation = routes.Where(route => route.Method == method.Method).MinBy(route => route.Path.Count(letter => letter == '{'));
        return (operation?.Name ?? $"{method} {below}", operation?.Problems(answer, path) ?? Strange(answer, isKnown: routes.Count > 0));
    }

    /// <summary>What isn't documented isn't there.</summary>
    private IEnumerable<string> Strange(Answer answer, bool isKnown) =>
        answer.Status == (isKnown ? HttpStatusCode.MethodNotAllowed : HttpStatusCode.NotFound)
            ? _shape.Problems(_document["components"]!["schemas"]!["ErrorEnvelope"], answer.Json)
            : ["The route is not there."];

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
