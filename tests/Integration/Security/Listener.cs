using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Integration.Tests.Integration.Security;

/// <summary>Somebody on this machine who counts who came, and gives everyone the same answer.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private int _visits;

    public Listener(string answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    {
        _listener.Start();
        _serving = ServeAsync(Encoding.ASCII.GetBytes(answer));
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Url => new($"http://127.0.0.1:{Port}/");

    public int Visits => _visits;

    /// <summary>One that sends everybody elsewhere.</summary>
    public static Listener Redirecting(int status, string to) =>
        new($"HTTP/1.1 {status} Elsewhere\r\nLocation: {to}\r\nRefresh: 0; url={to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ServeAsync(byte[] answer)
    {
        var buffer = new byte[16 * 1024];
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            Interlocked.Increment(ref _visits);
            if (await client.GetStream().ReadAsync(buffer, _stop.Token) > 0) await client.GetStream().WriteAsync(answer, _stop.Token);
        }
    }
}
