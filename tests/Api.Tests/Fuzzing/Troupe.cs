using System.Text.Json.Nodes;
using Platform.Api.Tests.Documentation;

namespace Platform.Api.Tests.Fuzzing;

/// <summary>Somebody with whom an operation can succeed: signed in, with what it is about, and the body that it wants.</summary>
internal sealed record Person(string Token, string Path, JsonNode? Request);

/// <summary>
/// Those who ask. What is harmless is asked by the same person for all operations about the same kind of thing; what takes something away, or
/// wants something special, has somebody of its own, and who has lost everything is replaced a few times.
/// </summary>
internal sealed class Troupe(PlatformServer server, CheckedInDocument document)
{
    /// <summary>Making a person costs more than hundreds of requests.</summary>
    private const int MostReplaced = 3;

    private static readonly string[] Delicate = ["/logout", "/leave", "/accept", "/cancel", "/report", "/members/{userId}", "/refresh"];

    private readonly Dictionary<string, (Visitor Visitor, string Path, Operation For)> _visitors = [];
    private readonly Dictionary<string, Person> _people = [];
    private readonly Dictionary<string, int> _replaced = [];

    public async Task<Person> ForAsync(Operation operation)
    {
        if (_people.TryGetValue(operation.Name, out var person)) return person;
        if (!_visitors.TryGetValue(Role(operation), out var who))
        {
            // Who signs up or in has an account already, whose names are then taken.
            var signedIn = operation.NeedsSession ? operation : document.Operations.First(other => other.NeedsSession && !Customs.IsForAdmins(other));
            var visitor = await Visitor.ForAsync(signedIn, server, document);
            _visitors[Role(operation)] = who = (visitor, (await visitor.PathAsync(operation)).Split('?')[0], operation);
        }

        var things = who.For.Path.Split('/').Zip(who.Path.Split('/')).Where(pair => pair.First.StartsWith('{')).ToDictionary(pair => pair.First, pair => pair.Second);
        var path = string.Join('/', operation.Path.Split('/').Select(segment => things.GetValueOrDefault(segment, segment)));
        return _people[operation.Name] = new Person(who.Visitor.Token, path, await who.Visitor.RequestAsync(operation));
    }

    /// <summary>Any of those that are there already.</summary>
    public Person? Any(Random luck) => _people.Count == 0 ? null : _people.Values.ElementAt(luck.Next(_people.Count));

    public void Replace(Operation operation)
    {
        var role = Role(operation);
        if ((_replaced[role] = _replaced.GetValueOrDefault(role) + 1) > MostReplaced) return;
        _visitors.Remove(role);
        foreach (var other in document.Operations.Where(other => Role(other) == role)) _people.Remove(other.Name);
    }

    /// <summary>What those have in common who can share a person.</summary>
    private string Role(Operation operation) =>
        // A refresh token that comes twice ends its session.
        operation.Method == "DELETE" || operation.Path.Contains("/auth/", StringComparison.Ordinal) || Customs.IsForAdmins(operation) || Delicate.Any(end => operation.Path.EndsWith(end, StringComparison.Ordinal))
        || Customs.Of[document.Product].Bought?.ContainsKey(operation.Name) == true
            ? operation.Name
            : string.Join(' ', operation.Path.Split('/').Where(segment => segment.StartsWith('{')).Order(StringComparer.Ordinal));
}
