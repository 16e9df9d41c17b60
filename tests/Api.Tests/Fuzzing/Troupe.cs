using Platform.Api.Tests.Documentation;

namespace Platform.Api.Tests.Fuzzing;

/// <summary>A person for each operation of a product. What was used up, an account that is gone or a thing that was deleted, is replaced.</summary>
internal sealed class Troupe(PlatformServer server, CheckedInDocument document)
{
    private readonly Dictionary<string, Person> _people = [];

    public async Task<Person> ForAsync(Operation operation)
    {
        if (!_people.TryGetValue(operation.Name, out var person)) _people[operation.Name] = person = await Person.ForAsync(operation, server, document);
        return person;
    }

    /// <summary>Any of those that are there already.</summary>
    public Person? Any(Random luck) => _people.Count == 0 ? null : _people.Values.ElementAt(luck.Next(_people.Count));

    public void Replace(Operation operation) => _people.Remove(operation.Name);
}
