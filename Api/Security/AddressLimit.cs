using System.Net;
using System.Net.Sockets;
using Platform.Identity;

namespace Platform.Api.Security;

/// <summary>How often one network address may ask certain endpoints, where nobody is signed in whose budget it could be.</summary>
/// <param name="Name">Endpoints with the same name share the budget.</param>
/// <param name="Requests">The most requests a window.</param>
/// <param name="Window">At most an hour.</param>
/// <param name="IsDeferred">
/// Whether the handler refuses, not the gate: it finds a <see cref="SpentBudget"/>. For endpoints that have something more important to say.
/// </param>
internal sealed record AddressLimit(string Name, int Requests, TimeSpan Window, bool IsDeferred = false);

internal static class AddressLimits
{
    public static TBuilder LimitPerAddress<TBuilder>(this TBuilder builder, AddressLimit limit) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(limit);

    /// <summary>Spends one request of the caller's address.</summary>
    public static ValueTask<Admission> SpendAsync(this IGrainFactory grains, string productId, AddressLimit limit, IPAddress? address) =>
        grains.GetGrain<IAddressBudgetGrain>($"{productId}.{limit.Name}:{Subscriber(address)}").Spend(limit.Requests, limit.Window);

    /// <summary>Whom an address stands for: in IPv6 a subscriber has a network of 64 bits, and may take any address of it.</summary>
    private static IPAddress Subscriber(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var network = address.GetAddressBytes();
        network.AsSpan(8).Clear();
        return new IPAddress(network);
    }
}

/// <summary>The budget of the caller's address is spent, and the handler is to say so.</summary>
internal sealed record SpentBudget(Admission Admission);
