using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Integration.Tests.Integration.Security;

/// <summary>A hint as a shop with the add-on sends it, which a test may spoil afterwards.</summary>
internal sealed record HintMessage(string Id, string Stamp, string Signature, byte[] Body)
{
    /// <summary>A hint about an order.</summary>
    public static HintMessage OfOrder(string order, DateTimeOffset? at = null, string secret = HintGateway.HintSecret) =>
        Of(Encoding.UTF8.GetBytes($$"""{"type":"order.changed","entity":"order","id":"{{order}}"}"""), at, secret);

    /// <summary>Any body, rightly signed.</summary>
    public static HintMessage Of(byte[] body, DateTimeOffset? at = null, string secret = HintGateway.HintSecret)
    {
        var (id, stamp) = ($"msg_{Guid.NewGuid():N}", (at ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        return new HintMessage(id, stamp, Sign(key, id, stamp, body), body);
    }

    /// <summary>The signature's header by this key.</summary>
    public static string Sign(byte[] key, string id, string stamp, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{stamp}."), .. body];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}";
    }

    /// <summary>Its headers, in the order in which the shop sends them.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers => [("webhook-id", Id), ("webhook-timestamp", Stamp), ("webhook-signature", Signature)];
}
