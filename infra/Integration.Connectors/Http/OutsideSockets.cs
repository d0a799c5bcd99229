using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Integration.Connectors.Http;

/// <summary>
/// Opens connections to outside systems: TLS 1.2 or later, redirects never followed, and never to an address that a host name must not lead
/// to. Names are judged by the address that is dialled, so that an answer of DNS cannot change between judging and dialling.
/// </summary>
public static class OutsideSockets
{
    /// <summary>A handler for one base address.</summary>
    /// <param name="localAddresses">True when names may lead to this machine or to link-local addresses.</param>
    public static SocketsHttpHandler Handler(bool localAddresses) => Handler(localAddresses, Dns.GetHostAddressesAsync);

    /// <summary>As above, with names resolved in another way, for tests.</summary>
    internal static SocketsHttpHandler Handler(bool localAddresses, Func<string, CancellationToken, Task<IPAddress[]>> resolve) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        SslOptions = new SslClientAuthenticationOptions { EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 },
        ConnectCallback = (context, ct) => DialAsync(context, localAddresses, resolve, ct),
    };

    private static async ValueTask<Stream> DialAsync(
        SocketsHttpConnectionContext context, bool localAddresses, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken ct)
    {
        var (host, asked) = (context.DnsEndPoint.Host, context.InitialRequestMessage.RequestUri!);
        // A proxy stands where its own setting says, often on this machine; what it reaches is its own affair.
        var here = asked.IsLoopback || !string.Equals(asked.IdnHost, host, StringComparison.OrdinalIgnoreCase);
        var found = await resolve(host, ct);
        var allowed = localAddresses ? found : [.. found.Where(address => !SpecialAddresses.IsForbidden(address) && (here || !SpecialAddresses.IsThisMachine(address)))];
        if (allowed.Length == 0) throw found.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new ForbiddenAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
