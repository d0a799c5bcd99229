using System.Globalization;
using System.Text;

namespace Integration.Sandbox.Shop.Hints;

/// <summary>Posts a hint once: signed, with a new timestamp, redirects not followed.</summary>
internal sealed class HintPost(TimeProvider time) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10) };

    public void Dispose() => _http.Dispose();

    public async Task<HintReply> SendAsync(HintTarget target, string id, string body, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Url)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", HintSignature.Of(target, id, now.ToUnixTimeSeconds(), body));
        try
        {
            using var answer = await _http.SendAsync(request, cancellationToken);
            var retryAfter = answer.Headers.RetryAfter;
            return new HintReply((int)answer.StatusCode, retryAfter?.Date ?? (now + (retryAfter?.Delta ?? TimeSpan.Zero)));
        }
        catch (HttpRequestException)
        {
            return new HintReply(0, now);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HintReply(0, now);
        }
    }
}
