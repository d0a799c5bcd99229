using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Integration.Tests.Integration.Console;

/// <summary>As much of a mail server as a sender meets: it keeps every mail, turns the first ones away when told to, and knows no TLS.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;
    private int _refusals;

    public MailServer(int refusals)
    {
        _refusals = refusals;
        _listener.Start();
        _work = ListenAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Receivers and text of each mail.</summary>
    public ConcurrentQueue<(string To, string Text)> Mails { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            await TalkAsync(client);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        var to = new List<string>();
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase) && Interlocked.Decrement(ref _refusals) >= 0)
            {
                await writer.WriteLineAsync("451 try again later");
            }
            else if (line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase))
            {
                to.Add(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
                await writer.WriteLineAsync("250 ok");
            }
            else if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                var text = new List<string>();
                while (await reader.ReadLineAsync(_stop.Token) is { } part && part != ".") text.Add(part);
                Mails.Enqueue((string.Join(",", to), string.Join("\n", text)));
                await writer.WriteLineAsync("250 taken");
            }
            else if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }
            else
            {
                await writer.WriteLineAsync("250 ok");
            }
        }
    }
}
