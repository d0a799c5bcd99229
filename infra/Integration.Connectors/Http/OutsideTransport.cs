using System.Buffers;
using System.Net.Http.Headers;

namespace Integration.Connectors.Http;

/// <summary>Carries one attempt over HTTP and says what is certain about it.</summary>
internal sealed class OutsideTransport(HttpMessageHandler handler, TimeProvider time) : IDisposable
{
    /// <summary>The largest answer that is read, after decompression.</summary>
    public const int LargestAnswer = 32 * 1024 * 1024;

    private static readonly ProductInfoHeaderValue Agent =
        new("Integration", typeof(OutsideTransport).Assembly.GetName().Version?.ToString(3) ?? "0");

    private const int ReadAtOnce = 16 * 1024;

    private readonly SourceClock _clock = new(time);
    private readonly HttpClient _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<OutsideAnswer> CallAsync(OutsideRequest request, Uri uri, TimeSpan deadline, CancellationToken ct)
    {
        using var message = Message(request, uri);
        using var late = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        try
        {
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var pause = RetryAfter.Of(response, time.GetUtcNow());
            return pause is { } after ? new OutsideAnswer.Throttled(after) : await ReadAsync(response, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            var reason = late.IsCancellationRequested ? $"No answer within {deadline.TotalSeconds:0} s." : "No connection in time.";
            return Left(message) && late.IsCancellationRequested ? new OutsideAnswer.NoAnswer(reason) : new OutsideAnswer.NotSent(reason);
        }
        catch (HttpRequestException failure)
        {
            return NeverLeft(failure) || !Left(message)
                ? new OutsideAnswer.NotSent(Words(failure))
                : new OutsideAnswer.NoAnswer(Words(failure));
        }
        catch (IOException failure)
        {
            return new OutsideAnswer.NoAnswer($"The answer broke off: {failure.Message}");
        }
        catch (InvalidDataException failure)
        {
            return new OutsideAnswer.NoAnswer($"The answer cannot be decompressed: {failure.Message}");
        }
    }

    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage Message(OutsideRequest request, Uri uri)
    {
        var message = new HttpRequestMessage(request.Method, uri);
        var body = request.Content?.Invoke();
        // The handler silently repeats a request without a body when a connection closes; an empty body keeps it from repeating writes.
        if (body is null && !request.Safe) body = new ByteArrayContent([]);
        if (body is not null) message.Content = new SentContent(body);
        message.Headers.UserAgent.Add(Agent);
        message.Headers.ExpectContinue = false;
        foreach (var (name, value) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value)) message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    private async Task<OutsideAnswer> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        // Before the body, which may take its time.
        var sourceTime = _clock.Now(response.Headers.Date?.ToUniversalTime());
        if (await BodyAsync(response, ct) is not { } body) return new OutsideAnswer.NoAnswer($"The answer is larger than {LargestAnswer / 1024 / 1024} MB.");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers)) headers[name] = string.Join(", ", values);
        return new OutsideAnswer.Answered((int)response.StatusCode, headers, body, sourceTime);
    }

    private static async Task<byte[]?> BodyAsync(HttpResponseMessage response, CancellationToken ct)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(ReadAtOnce);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, ct)) > 0)
            {
                if (body.Length + read > LargestAnswer) return null;
                body.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return body.ToArray();
    }

    private static bool Left(HttpRequestMessage message) => message.Content is not SentContent { Began: false };

    private static bool NeverLeft(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static string Words(HttpRequestException failure) => failure.InnerException is ForbiddenAddressException forbidden ? forbidden.Message : failure.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "The host name cannot be resolved.",
        HttpRequestError.ConnectionError => "No connection: refused or unreachable.",
        HttpRequestError.SecureConnectionError => "TLS failed: check the server's certificate and that it speaks TLS 1.2 or later.",
        HttpRequestError.ProxyTunnelError => "The proxy refused the connection.",
        HttpRequestError.ResponseEnded => "The connection closed before the answer was complete.",
        HttpRequestError.InvalidResponse => "The answer is not valid HTTP.",
        _ => $"The connection failed ({failure.InnerException?.Message ?? failure.Message}).",
    };
}
