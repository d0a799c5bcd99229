using System.Security.Cryptography;
using System.Text;

namespace Integration.Console.Alerts;

/// <summary>Signatures after Standard Webhooks 1.0 (github.com/standard-webhooks/standard-webhooks, spec, "Signature scheme"): HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
internal static class AlertSignature
{
    private const string Prefix = "whsec_";

    /// <summary>The key's bytes, or null when the secret is missing or not of the form that the standard asks for.</summary>
    public static byte[]? KeyOf(string? secret)
    {
        if (secret is null) return null;
        var encoded = secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : secret;
        var key = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, key, out var length) && length is >= 24 and <= 64 ? key[..length] : null;
    }

    /// <summary>The value of <c>webhook-signature</c>; <paramref name="timestamp"/> is in whole seconds since 1970.</summary>
    public static string Of(byte[] key, string id, string timestamp, byte[] body)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{id}.{timestamp}."), .. body];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}";
    }
}
