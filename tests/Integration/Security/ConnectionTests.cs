using Xunit;

namespace Integration.Tests.Integration.Security;

/// <summary>Bar S6: there is one way out, so that there is one place to guard. Whoever opens connections of his own turns this red.</summary>
[Trait("Bar", "S6")]
public sealed class ConnectionTests
{
    // Assembly → what it may use. Mail goes out by the framework's client, to the one server that the installation's configuration names.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Integration.Connectors"] = ["System.Net.Http.SocketsHttpHandler", "new System.Net.Http.HttpClient", "System.Net.Sockets.Socket", "System.Net.Sockets.NetworkStream"],
        ["Integration.Console"] = ["System.Net.Mail.SmtpClient", "System.Net.Http.SocketsHttpHandler"],
    };

    [Fact]
    public void Connections_are_opened_in_one_place()
    {
        foreach (var file in ProductAssemblies.Files)
        {
            var name = Path.GetFileNameWithoutExtension(file);
            Assert.Empty(ProductAssemblies.TypesUsedBy(file).Where(OpensConnections).Except(Allowed.GetValueOrDefault(name, [])).Select(type => $"{name} uses {type}"));
        }
    }

    private static bool OpensConnections(string type) => type
        is "new System.Net.Http.HttpClient" or "System.Net.Http.SocketsHttpHandler" or "System.Net.Http.HttpClientHandler" or "System.Net.Http.WinHttpHandler" or "System.Net.WebClient" or "System.Net.WebRequest"
        or "System.Net.HttpWebRequest" or "System.Net.FtpWebRequest" or "System.Net.Mail.SmtpClient" or "System.Net.WebSockets.ClientWebSocket"
        or "System.Net.Sockets.Socket" or "System.Net.Sockets.TcpClient" or "System.Net.Sockets.UdpClient" or "System.Net.Sockets.TcpListener" or "System.Net.Sockets.NetworkStream";
}
