using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Platform.Api.Security;

/// <summary>
/// The section <c>Proxy</c>: which peers are proxies, whose <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> are believed. None, unless
/// the operator names them: whoever is believed has any address it likes, and so no budget.
/// </summary>
public sealed class ProxyOptions : IValidatableObject
{
    /// <summary>Addresses.</summary>
    public IList<string> KnownProxies { get; } = [];

    /// <summary>Networks, as in <c>10.0.0.0/8</c>.</summary>
    public IList<string> KnownNetworks { get; } = [];

    /// <summary>How many proxies stand behind each other.</summary>
    [Range(1, 10)]
    public int Hops { get; set; } = 1;

    internal bool IsAnyKnown => KnownProxies.Count + KnownNetworks.Count > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var proxy in KnownProxies.Where(proxy => !IPAddress.TryParse(proxy, out _)))
            yield return new ValidationResult($"Proxy:KnownProxies: {proxy} is no IP address.");
        foreach (var text in KnownNetworks)
        {
            if (!IPNetwork.TryParse(text, out var network)) yield return new ValidationResult($"Proxy:KnownNetworks: {text} is no network. One is written like 10.0.0.0/8.");
            else if (network.PrefixLength == 0) yield return new ValidationResult($"Proxy:KnownNetworks: {text} is everybody, and then anybody could claim any address.");
        }
    }

    /// <param name="allowedHosts">The host names that a proxy may say; none: any.</param>
    internal ForwardedHeadersOptions ToForwarding(IEnumerable<string> allowedHosts)
    {
        var forwarding = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = Hops,
            AllowedHosts = [.. allowedHosts],
        };
        // The framework would believe this machine.
        forwarding.KnownProxies.Clear();
        forwarding.KnownIPNetworks.Clear();
        foreach (var proxy in KnownProxies) forwarding.KnownProxies.Add(IPAddress.Parse(proxy));
        foreach (var network in KnownNetworks) forwarding.KnownIPNetworks.Add(IPNetwork.Parse(network));
        return forwarding;
    }
}
