using System.Net;
using System.Net.Sockets;

namespace Integration.Connectors.Http;

/// <summary>
/// Addresses that no store and no ERP has, and where a cloud hands out its machines' credentials or a machine speaks to itself. Private
/// networks are not among them: ERPs stand there.
/// </summary>
public static class SpecialAddresses
{
    // This network, link-local, multicast and broadcast; the rest are metadata services outside 169.254.0.0/16 (Azure, Alibaba, Oracle, AWS over IPv6).
    private static readonly IPNetwork[] Never =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"), IPNetwork.Parse("168.63.129.16/32"),
        IPNetwork.Parse("100.100.100.200/32"), IPNetwork.Parse("192.0.0.192/32"), IPNetwork.Parse("::/128"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("ff00::/8"),
        IPNetwork.Parse("fd00:ec2::254/128"),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>True for link-local, metadata, multicast and unspecified addresses, in whatever way they are written.</summary>
    public static bool IsForbidden(IPAddress address)
    {
        var plain = Plain(address);
        return Never.Any(network => network.Contains(plain));
    }

    /// <summary>True for this machine, in whatever way it is written.</summary>
    public static bool IsThisMachine(IPAddress address) => IPAddress.IsLoopback(Plain(address));

    // IPv4 inside IPv6 is the same place.
    private static IPAddress Plain(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        return Nat64.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12)) : address;
    }
}
