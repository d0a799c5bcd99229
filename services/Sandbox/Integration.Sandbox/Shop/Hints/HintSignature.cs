using System.Security.Cryptography;
using System.Text;

namespace Integration.Sandbox.Shop.Hints;

/// <summary>Standard Webhooks signature: <c>v1,</c> and base64 of HMAC-SHA256 over <c>{id}.{timestamp}.{body}</c>.</summary>
internal static class HintSignature
{
    private const string Prefix = "whsec_";

    /// <summary>The header: a signature with the secret, and one with the former secret while that is being replaced.</summary>
    public static string Of(HintTarget target, string id, long timestamp, string body) =>
        string.Join(' ', new[] { target.Secret, target.FormerSecret }.OfType<string>().Select(secret => Sign(secret, id, timestamp, body)));

    /// <exception cref="FormatException">The secret is not <c>whsec_</c> and base64.</exception>
    public static string Sign(string secret, string id, long timestamp, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Key(secret), Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));

    /// <inheritdoc cref="Sign"/>
    public static byte[] Key(string secret) => secret.StartsWith(Prefix, StringComparison.Ordinal)
        ? Convert.FromBase64String(secret[Prefix.Length..])
        : throw new FormatException("A webhook secret starts with whsec_.");
}
