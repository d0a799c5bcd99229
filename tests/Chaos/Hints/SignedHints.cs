using System.Security.Cryptography;
using System.Text;
using Integration.Run.Stack;

namespace Integration.Tests.Chaos.Hints;

/// <summary>Sends hints as a shop with the add-on does, signed after Standard Webhooks.</summary>
internal sealed class SignedHints(HttpClient http, Uri gateway)
{
    /// <summary>Sends one about an order; answers the status.</summary>
    public Task<int> SendAsync(string pair, string orderId, CancellationToken ct) => SendAsync(pair, "order", orderId, ct);

    /// <summary>Sends one about any record; answers the status.</summary>
    public async Task<int> SendAsync(string pair, string entity, string recordId, CancellationToken ct)
    {
        var id = $"msg_{Guid.NewGuid():N}";
        var at = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var body = $$"""{"type":"{{entity}}.changed","entity":"{{entity}}","id":"{{recordId}}","occurredAt":"{{DateTimeOffset.UtcNow:O}}"}""";
        var key = Convert.FromBase64String(SandboxCredentials.HintSecret["whsec_".Length..]);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{at}.{body}")));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(gateway, $"hints/{pair}"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "webhook-id", id }, { "webhook-timestamp", $"{at}" }, { "webhook-signature", $"v1,{signature}" } },
        };
        using var answer = await http.SendAsync(request, ct);
        return (int)answer.StatusCode;
    }
}
