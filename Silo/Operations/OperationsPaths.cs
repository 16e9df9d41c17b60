using Microsoft.AspNetCore.Http;

namespace Platform.Hosting.Operations;

/// <summary>Where the machines that look after a process ask. They ask all the time, so nobody traces them.</summary>
public static class OperationsPaths
{
    public const string Alive = "/healthz";
    public const string Ready = "/readyz";
    public const string Metrics = "/metrics";

    public static bool Contains(PathString path) => path.Equals(Alive) || path.Equals(Ready) || path.Equals(Metrics);
}
