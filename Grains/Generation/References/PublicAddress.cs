using System.Net;
using System.Net.Sockets;

namespace Platform.Generation;

/// <summary>
/// Tells addresses of the public Internet from those of networks that only this machine can reach, after the registries of special
/// addresses: https://www.iana.org/assignments/iana-ipv4-special-registry and https://www.iana.org/assignments/iana-ipv6-special-registry.
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>How networks that speak IPv6 only reach the others (RFC 6052): the last 32 bits are an address of IPv4.</summary>
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by customers of a provider; a metadata service of a cloud
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // the wire server of a cloud, on an address that looks public
            "169.254.0.0/16", // link-local; metadata services of clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments; a metadata service of a cloud
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays of 6to4, given up
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved; broadcast
            "2001::/23", // protocol assignments; Teredo, which holds an address of IPv4
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4, which holds an address of IPv4, given up
            "3fff::/20", // documentation
        }.Select(network => IPNetwork.Parse(network)),
    ];

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        else if (Nat64.Contains(address)) address = new IPAddress(address.GetAddressBytes().AsSpan(12));
        return (address.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(address))
            && !Special.Any(network => network.Contains(address));
    }
}
