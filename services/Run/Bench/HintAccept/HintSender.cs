using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Integration.Run.Stack;

namespace Integration.Run.Bench.HintAccept;

/// <summary>Sends hints as a shop's add-on does: signed, each about another order.</summary>
internal sealed class HintSender(HttpClient http, Uri target, TimeProvider time)
{
    private static readonly byte[] Key = Convert.FromBase64String(SandboxCredentials.HintSecret["whsec_".Length..]);
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private int _sent;

    /// <returns>Whether it was accepted.</returns>
    public async Task<bool> SendAsync(CancellationToken ct)
    {
        var number = Interlocked.Increment(ref _sent);
        var body = Encoding.UTF8.GetBytes($$"""{"type":"order.changed","entity":"order","id":"{{900_000_000L + number}}","occurredAt":"2026-01-01T00:00:00Z"}""");
        var (id, stamp) = ($"msg_{number:x16}", time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var signed = (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{stamp}."), .. body];
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(body) { Headers = { ContentType = Json } } };
        request.Headers.TryAddWithoutValidation("webhook-id", id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", stamp);
        request.Headers.TryAddWithoutValidation("webhook-signature", $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Key, signed))}");
        using var answer = await http.SendAsync(request, ct);
        return answer.StatusCode == System.Net.HttpStatusCode.Accepted;
    }
}
