using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Platform.Tests.Contracts;

/// <summary>
/// What is sent between nodes or stored outlives a release: each such type has a stable alias and each member a stable id. They are listed
/// in <c>contracts.txt</c>; a change of the list is a change of the format, and is made there by hand or not at all.
/// </summary>
public sealed class ContractTests
{
    private static readonly Assembly[] Assemblies = [typeof(Outcome<>).Assembly, typeof(GrainServices).Assembly];

    private static IEnumerable<Type> Types => Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsOurs);

    private static IEnumerable<Type> Interfaces => Types.Where(type => type.IsInterface && typeof(IGrainWithStringKey).IsAssignableFrom(type));

    private static IEnumerable<Type> Records => Types.Where(type => type.IsDefined(typeof(GenerateSerializerAttribute)));

    private static IEnumerable<Type> Classes => Types.Where(type => typeof(Grain).IsAssignableFrom(type));

    [Fact]
    public void Nothing_sent_or_stored_has_drifted_from_the_list()
    {
        var actual = string.Concat(Interfaces.Concat(Records).Select(Describe).Concat(Classes.Select(DescribeClass))
            .Order(StringComparer.Ordinal).Select(line => line + "\n"));
        var path = Path.Combine(Here(), "contracts.txt");
        if (Environment.GetEnvironmentVariable("PLATFORM_WRITE_CONTRACTS") == "1") File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    [Fact]
    public void Every_type_that_crosses_a_grain_boundary_is_immutable_and_has_an_alias()
    {
        var crossing = Interfaces.SelectMany(type => type.GetMethods()).SelectMany(method =>
            method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)).SelectMany(Parts).ToHashSet();

        Assert.NotEmpty(crossing);
        Assert.All(crossing.Where(type => !type.IsEnum), type =>
        {
            Assert.True(type.IsDefined(typeof(GenerateSerializerAttribute)), $"{type} has no [GenerateSerializer]");
            Assert.True(type.IsDefined(typeof(ImmutableAttribute)), $"{type} has no [Immutable]");
            Assert.True(type.IsDefined(typeof(AliasAttribute)), $"{type} has no [Alias]");
            Assert.All(Members(type), member => Assert.True(member.IsDefined(typeof(IdAttribute)), $"{type}.{member.Name} has no [Id]"));
        });
    }

    [Fact]
    public void Every_grain_has_a_string_key_and_aliases_for_itself_and_its_methods()
    {
        var grains = Types.Where(type => type.IsInterface && typeof(IGrain).IsAssignableFrom(type)).ToList();
        Assert.Equal(grains.Count, Interfaces.Count());
        Assert.All(grains, grain =>
        {
            Assert.True(grain.IsDefined(typeof(AliasAttribute)), $"{grain} has no [Alias]");
            Assert.All(Methods(grain), method => Assert.True(method.IsDefined(typeof(AliasAttribute)), $"{grain}.{method.Name} has no [Alias]"));
        });
    }

    [Fact]
    public void No_alias_and_no_id_is_used_twice()
    {
        var aliases = Interfaces.Concat(Records).Select(Alias).ToList();
        Assert.Equal(aliases.Count, aliases.Distinct().Count());
        Assert.All(Records, type =>
        {
            var ids = Members(type).Select(member => member.GetCustomAttribute<IdAttribute>()!.Id).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
        });
    }

    [Fact]
    public void A_record_that_holds_a_secret_does_not_show_it_as_text()
    {
        var secret = new Regex("Password|Hash|Code|RefreshToken|Secret");
        var holders = Records.Where(type => Members(type).Any(member => member.PropertyType == typeof(string) && secret.IsMatch(member.Name))).ToList();
        Assert.NotEmpty(holders);
        Assert.All(holders, type => Assert.True(type.IsSubclassOf(typeof(Confidential)), $"{type} would show it in a log"));
    }

    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("Platform", StringComparison.Ordinal) == true && !type.IsDefined(typeof(CompilerGeneratedAttribute));

    private static string Alias(Type type) => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias ?? throw new InvalidOperationException($"{type} has no alias");

    private static IEnumerable<MethodInfo> Methods(Type grain) => grain.GetMethods().Where(method => method.IsAbstract);

    private static IEnumerable<PropertyInfo> Members(Type type) => type
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(property => property.DeclaringType == type && property.Name != "EqualityContract" && property.IsDefined(typeof(IdAttribute)) | IsStored(property));

    /// <summary>A property with a field behind it, which is what a serializer would have to keep.</summary>
    private static bool IsStored(PropertyInfo property) =>
        property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    private static string Describe(Type type) => type.IsInterface
        ? $"grain {Alias(type)}: {string.Join(", ", Methods(type).Select(method => method.GetCustomAttribute<AliasAttribute>()!.Alias).Order(StringComparer.Ordinal))}"
        : $"record {Alias(type)}: " + string.Join(", ", Members(type)
            .Select(member => (member.GetCustomAttribute<IdAttribute>()!.Id, member.Name, Type: Name(member.PropertyType)))
            .OrderBy(member => member.Id)
            .Select(member => $"{member.Id} {member.Name} {member.Type}")).TrimEnd();

    /// <summary>Under the grain's type and the state's name its record is stored: both are part of the format.</summary>
    private static string DescribeClass(Type type)
    {
        var grainType = type.GetCustomAttribute<GrainTypeAttribute>() ?? throw new InvalidOperationException($"{type} has no [GrainType]");
        var states = type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => (parameter.GetCustomAttribute<PersistentStateAttribute>()?.StateName, Type: parameter.ParameterType))
            .Where(state => state.StateName is not null)
            .Select(state => $"{state.StateName} {Alias(state.Type.GetGenericArguments()[0])}");
        return $"class {grainType.GetGrainType(null!, type)}: {string.Join(", ", states)}".TrimEnd();
    }

    private static string Name(Type type)
    {
        if (type.IsEnum) return $"{type.Name}({string.Join(", ", Enum.GetNames(type).Select(name => $"{name}={(int)Enum.Parse(type, name)}"))})";
        if (!type.IsGenericType) return type.Name;
        return $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }

    /// <summary>The types of our own inside a signature: behind tasks, lists and outcomes, and in the members of what is found.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.IsGenericParameter) return [];
        if (type.HasElementType) return Parts(type.GetElementType()!);
        var inner = type.GetGenericArguments().SelectMany(Parts);
        if (!IsOurs(type)) return inner;
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return inner.Append(definition).Concat(Members(definition).SelectMany(member => Parts(member.PropertyType)));
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
