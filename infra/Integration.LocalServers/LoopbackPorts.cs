using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Integration.LocalServers;

/// <summary>Free TCP ports on 127.0.0.1.</summary>
public static class LoopbackPorts
{
    private const int Lowest = 10_000;

    /// <summary>
    /// Different ports that are free now and that the system does not hand out to outgoing connections. From that
    /// other range a client that keeps knocking while its server is down can be given the very port it knocks at,
    /// and then is connected to itself and keeps the server from coming back.
    /// </summary>
    /// <param name="count">How many are needed.</param>
    public static IReadOnlyList<int> Free(int count)
    {
        List<int> ports = [];
        var highest = LowestOutgoing() - 1;
        for (var tries = 0; ports.Count < count; tries++)
        {
            if (tries > 10_000)
                throw new ServerFailedException($"No {count} free ports between {Lowest} and {highest} on 127.0.0.1.");
            var port = Random.Shared.Next(Lowest, highest + 1);
            if (!ports.Contains(port) && IsFree(port))
                ports.Add(port);
        }

        return ports;
    }

    /// <summary>Whether nothing listens at this port of 127.0.0.1 now.</summary>
    /// <param name="port">TCP port number.</param>
    public static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen(1);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int LowestOutgoing()
    {
        const string range = "/proc/sys/net/ipv4/ip_local_port_range";
        const int commonDefault = 32_768;
        if (!File.Exists(range))
            return commonDefault;

        var first = File.ReadAllText(range).Split('\t', ' ')[0];
        var low = int.Parse(first, CultureInfo.InvariantCulture);
        // A machine that hands out nearly everything leaves no such ports: then take the common range and live with it.
        return low > Lowest + 1_000 ? low : commonDefault;
    }
}
