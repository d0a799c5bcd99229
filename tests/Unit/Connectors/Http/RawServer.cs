using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Integration.Tests.Unit.Connectors.Http;

/// <summary>Reads one request's head per connection, says the given bytes and hangs up.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private int _requests;

    public RawServer(string reply)
    {
        _listener.Start();
        _serving = ServeAsync(Encoding.ASCII.GetBytes(reply));
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    public int Requests => _requests;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ServeAsync(byte[] reply)
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            var stream = client.GetStream();
            var buffer = new byte[8192];
            if (await stream.ReadAsync(buffer, _stop.Token) > 0) Interlocked.Increment(ref _requests);
            await stream.WriteAsync(reply, _stop.Token);
        }
    }
}
