using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Integration.Platform.Faults;
using Microsoft.AspNetCore.Http;

namespace Integration.Connectors.Hints;

/// <summary>
/// Verifies a hint after Standard Webhooks 1.0 (standardwebhooks.com): headers <c>webhook-id</c>, <c>webhook-timestamp</c>,
/// <c>webhook-signature</c>; HMAC-SHA256 over <c>id.timestamp.body</c>; secrets <c>whsec_</c> + base64.
/// </summary>
internal static class SignedHint
{
    /// <summary>How far the sender's clock may be from ours.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const int MostSignatures = 8;
    private const string Version = "v1,";

    // Version and 32 bytes in base64.
    private const int SignatureLength = 47;

    /// <summary>True when the raw body carries a right signature by one of the secrets, and its time is now.</summary>
    public static bool IsGenuine(IHeaderDictionary headers, ReadOnlySpan<byte> body, IReadOnlyList<string> secrets, DateTimeOffset now)
    {
        if (secrets.Count > 0 && Defects.Has(Defects.SignatureCheckOff)) return true;
        // A header given twice could be read one way here and another way by whoever signed.
        if (headers["webhook-id"] is not [{ Length: > 0 and <= 256 } id]
            || headers["webhook-timestamp"] is not [{ Length: > 0 and <= 16 } stamp]
            || headers["webhook-signature"] is not [{ Length: > 0 and <= 2048 } signatures]
            || !long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
        {
            return false;
        }

        var signed = new byte[Encoding.UTF8.GetByteCount(id) + stamp.Length + 2 + body.Length];
        var head = Encoding.UTF8.GetBytes($"{id}.{stamp}.", signed);
        body.CopyTo(signed.AsSpan(head));
        var given = signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostSignatures).Where(one => one.Length == SignatureLength).Select(Encoding.UTF8.GetBytes).ToList();
        var genuine = false;
        // All are compared, so that the time taken tells nothing; as texts, so that there is one way to write each.
        foreach (var secret in secrets)
        {
            var expected = Encoding.UTF8.GetBytes(Version + Convert.ToBase64String(HMACSHA256.HashData(Key(secret), signed)));
            foreach (var signature in given) genuine |= CryptographicOperations.FixedTimeEquals(expected, signature);
        }

        return genuine;
    }

    private static byte[] Key(string secret)
    {
        const string prefix = "whsec_";
        if (!secret.StartsWith(prefix, StringComparison.Ordinal)) return Encoding.UTF8.GetBytes(secret);
        var bytes = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[prefix.Length..], bytes, out var length) ? bytes[..length] : Encoding.UTF8.GetBytes(secret);
    }
}
