using System.Reflection;

namespace Platform.Storage.Archives;

/// <summary>
/// Which grains keep which state. Orleans' own store keeps the name of a state and the key of its grain, but not the grain's type; our names
/// differ from grain to grain, so the type follows from the name.
/// </summary>
internal static class KeptStates
{
    /// <summary>The type of the grain that keeps a state of this name.</summary>
    public static readonly IReadOnlyDictionary<string, string> GrainTypes = Find().ToDictionary(StringComparer.Ordinal);

    /// <exception cref="StoreException">No grain keeps such a state.</exception>
    public static string GrainTypeOf(string stateName) => GrainTypes.TryGetValue(stateName, out var type)
        ? type
        : throw new StoreException($"No actor of this program keeps a state named {stateName}.");

    /// <exception cref="StoreException">The state isn't one of this grain's.</exception>
    public static void MustBe(string stateName, GrainId grain)
    {
        if (GrainTypeOf(stateName) != grain.Type.ToString())
            throw new StoreException($"A state named {stateName} is none of {grain}'s.");
    }

    private static IEnumerable<KeyValuePair<string, string>> Find() =>
        from type in typeof(KeptStates).Assembly.GetTypes()
        let named = type.GetCustomAttribute<GrainTypeAttribute>()
        where named is not null
        from constructor in type.GetConstructors()
        from parameter in constructor.GetParameters()
        let state = parameter.GetCustomAttribute<PersistentStateAttribute>()
        where state is not null
        select KeyValuePair.Create(state.StateName, named.GetGrainType(null!, type).ToString()!);
}
