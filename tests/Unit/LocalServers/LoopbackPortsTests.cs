using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Integration.LocalServers;
using Xunit;

namespace Integration.Tests.LocalServers;

public sealed class LoopbackPortsTests
{
    [Fact]
    public void Chosen_ports_are_different_and_free()
    {
        var ports = LoopbackPorts.Free(20);
        Assert.Equal(20, ports.Distinct().Count());
        Assert.All(ports, port => Assert.True(LoopbackPorts.IsFree(port)));
    }

    [Fact]
    public void Port_somebody_listens_at_is_not_free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Assert.False(LoopbackPorts.IsFree(((IPEndPoint)listener.LocalEndpoint).Port));
    }

    [Fact]
    public void Chosen_ports_are_none_that_outgoing_connections_are_given()
    {
        const string range = "/proc/sys/net/ipv4/ip_local_port_range";
        Assert.SkipUnless(File.Exists(range), "needs Linux");
        var lowest = int.Parse(File.ReadAllText(range).Split('\t')[0], CultureInfo.InvariantCulture);
        Assert.SkipUnless(lowest > 11_000, "this machine hands out nearly every port");
        Assert.All(LoopbackPorts.Free(100), port => Assert.InRange(port, 1024, lowest - 1));
    }
}
