using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Metadata;

namespace Platform.Hosting;

/// <summary>
/// The names of grain interfaces, found as Orleans finds them, but once for each. Orleans by itself reads an interface's attributes by
/// reflection at every <c>GetGrain</c>, which costs more than the call that follows.
/// </summary>
internal sealed class RememberedInterfaceTypes(IServiceProvider services) : IGrainInterfaceTypeProvider
{
    private readonly ConcurrentDictionary<Type, GrainInterfaceType> _known = new();
    private readonly AttributeGrainInterfaceTypeProvider _attributes = new(services);

    public bool TryGetGrainInterfaceType(Type type, out GrainInterfaceType grainInterfaceType)
    {
        grainInterfaceType = _known.GetOrAdd(type, Find);
        return true;
    }

    // The resolver is asked for late: it is made of the providers, of which this is one.
    private GrainInterfaceType Find(Type type) => _attributes.TryGetGrainInterfaceType(type, out var named)
        ? named
        : services.GetRequiredService<GrainInterfaceTypeResolver>().GetGrainInterfaceTypeByConvention(type);
}
