using System.Reflection;
using Xunit;
using Xunit.Sdk;

namespace Platform.Testing;

/// <summary>Runs a theory on SQLite: its first parameter is <c>"sqlite"</c>, and the others come from here.</summary>
/// <remarks>Put it beside <see cref="OnPostgresAttribute"/> on what must hold on both engines.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnSqliteAttribute(params object?[] arguments) : DataAttribute
{
    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) => [["sqlite", .. arguments]];
}

/// <summary>Runs a theory on PostgreSQL: its first parameter is <c>"postgres"</c>. Skipped where there is no server.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnPostgresAttribute : DataAttribute
{
    private readonly object?[] _arguments;

    public OnPostgresAttribute(params object?[] arguments)
    {
        _arguments = arguments;
        Skip = PostgresServer.Missing;
    }

    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) => [["postgres", .. _arguments]];
}

/// <summary>A test that is only about PostgreSQL. Skipped, with the reason, where there is no server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Missing;
}
