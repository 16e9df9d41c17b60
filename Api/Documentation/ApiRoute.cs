using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing.Patterns;
using Platform.Api.Generation;
using Platform.Api.Http;
using Platform.Api.Products;
using Platform.Api.Realtime;
using Platform.Api.Security;

namespace Platform.Api.Documentation;

/// <summary>A route of a product, with what its endpoint tells about it.</summary>
internal sealed class ApiRoute
{
    private readonly EndpointMetadataCollection _metadata;

    private ApiRoute(Product product, RouteEndpoint endpoint, string method)
    {
        Endpoint = endpoint;
        _metadata = endpoint.Metadata;
        Method = method;
        Parameters = endpoint.RoutePattern.Parameters.ToDictionary(parameter => Shown(product, parameter.Name), IsNumber);
        var below = endpoint.RoutePattern.PathSegments.Skip(product.BasePath.Count(letter => letter == '/') + 1);
        var end = endpoint.RoutePattern.RawText!.EndsWith('/') ? "/" : "";
        Path = string.Concat(below.Select(segment => "/" + string.Concat(segment.Parts.Select(part => Text(product, part))))) + end;
    }

    public static IEnumerable<ApiRoute> Of(Product product, EndpointDataSource endpoints) =>
        from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<IEndpointGroupNameMetadata>()?.EndpointGroupName == product.Id
        where endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true }
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
        select new ApiRoute(product, endpoint, method);

    public Endpoint Endpoint { get; }

    public string Method { get; }

    /// <summary>Below the product's base, such as <c>/characters/{character_id}</c>.</summary>
    public string Path { get; }

    public string Name => $"{Method} {Path}";

    /// <summary>The parameters of the path, and whether each is a whole number.</summary>
    public IReadOnlyDictionary<string, bool> Parameters { get; }

    public bool NeedsSession => Has<SessionRequired>();

    /// <summary>The handler itself looks at a token, if there is one.</summary>
    public bool ExaminesToken => Has<TokenExamined>();

    /// <summary>Whether there can be something wrong with a token.</summary>
    public bool JudgesToken => NeedsSession || _metadata.GetMetadata<TokenExamined>() is { IsOptional: false };

    public BodyType? Body => _metadata.GetMetadata<BodyType>();

    /// <summary>What the handler answers with, or null where that isn't JSON.</summary>
    public Type? AnswerType => ValueOf(HandlerResult);

    /// <summary>What it answers with where the client only asks what it would cost, or null where nobody can ask that.</summary>
    public Type? DryRunType => HandlerResult is { } result && result.IsAssignableTo(typeof(INestedHttpResult))
        ? result.GetGenericArguments().Select(ValueOf).FirstOrDefault(type => type?.IsAssignableTo(typeof(IDryRunAnswer)) == true)
        : null;

    /// <summary>Whether it answers with events where a client wants those.</summary>
    public bool Streams => HandlerResult?.GetGenericArguments().Any(type => type.IsAssignableTo(typeof(IEventStreamResult))) == true;

    public bool AnswersNothing => HandlerResult == typeof(NoContent);

    public bool Has<T>() where T : class => _metadata.GetMetadata<T>() is not null;

    public IEnumerable<T> All<T>() where T : class => _metadata.GetOrderedMetadata<T>();

    private Type? HandlerResult => _metadata.GetMetadata<MethodInfo>()?.ReturnType is { } type ? Awaited(type) : null;

    private static Type Awaited(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : type;

    private static Type? ValueOf(Type? result) => result switch
    {
        null => null,
        _ when result.IsAssignableTo(typeof(INestedHttpResult)) =>
            result.GetGenericArguments().Select(ValueOf).FirstOrDefault(type => type is not null),
        _ => result.GetInterfaces()
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IValueHttpResult<>))
            ?.GetGenericArguments()[0],
    };

    /// <summary>Parameters are called as the product's JSON calls things, and as its contract does.</summary>
    private static string Shown(Product product, string name) => product.Json.Options.PropertyNamingPolicy?.ConvertName(name) ?? name;

    private static bool IsNumber(RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Any(policy => policy.Content is "int" or "long");

    private static string Text(Product product, RoutePatternPart part) => part switch
    {
        RoutePatternParameterPart parameter => $"{{{Shown(product, parameter.Name)}}}",
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => throw new NotSupportedException(part.ToString()),
    };
}
