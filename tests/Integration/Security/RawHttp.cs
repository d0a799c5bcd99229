using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Integration.Tests.Integration.Security;

/// <summary>A client that sends exactly the bytes it is told to, over a connection that it keeps while the other side does.</summary>
internal sealed class RawHttp(IPEndPoint server) : IDisposable
{
    private readonly byte[] _answer = new byte[16 * 1024];
    private Socket? _socket;

    /// <summary>Posts a body with these headers, each on a line of its own; the status of the answer.</summary>
    public async Task<int> PostAsync(string path, IEnumerable<(string Name, string Value)> headers, ReadOnlyMemory<byte> body, CancellationToken ct) =>
        (await PostWholeAsync(path, headers, body, ct)).Status;

    /// <summary>As above; the whole answer.</summary>
    public Task<RawAnswer> PostWholeAsync(string path, IEnumerable<(string Name, string Value)> headers, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var head = new StringBuilder($"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n");
        foreach (var (name, value) in headers) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        byte[] request = [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. body.Span];
        return ExchangeAsync(request, ct);
    }

    /// <summary>Sends bytes and reads one answer.</summary>
    public async Task<RawAnswer> ExchangeAsync(ReadOnlyMemory<byte> request, CancellationToken ct)
    {
        await SendAsync(request, ct);
        return await AnswerAsync(ct);
    }

    /// <summary>Sends bytes; what the other side refuses to take is not sent.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (_socket is null)
        {
            _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await _socket.ConnectAsync(server, ct);
        }

        try
        {
            while (bytes.Length > 0) bytes = bytes[await _socket.SendAsync(bytes, ct)..];
        }
        catch (SocketException)
        {
            // It has answered already, and hung up.
        }
    }

    /// <summary>Reads one answer with its body; status 0 when the connection closed without one.</summary>
    public async Task<RawAnswer> AnswerAsync(CancellationToken ct)
    {
        var length = 0;
        while (true)
        {
            var text = Encoding.ASCII.GetString(_answer, 0, length);
            if (RawAnswer.Of(text) is { } answer)
            {
                if (answer.Closes) Close();
                return answer;
            }

            int read;
            try
            {
                read = await _socket!.ReceiveAsync(_answer.AsMemory(length), ct);
            }
            catch (SocketException)
            {
                read = 0;
            }

            if (read == 0)
            {
                Close();
                return new RawAnswer(0, "", true);
            }

            length += read;
        }
    }

    public void Dispose() => Close();

    private void Close()
    {
        _socket?.Dispose();
        _socket = null;
    }
}
