using System.Security.Cryptography;
using System.Text;
using Integration.Contracts.Reconciliation;

namespace Integration.Connectors.Lanes.Reconciliation;

/// <summary>
/// Hides personal keys behind a hash that both sides of one reconciliation make alike. The services have databases and keys of their own, so that the run
/// brings the key; it is forgotten with the run, and no hash of one run tells anything about another's.
/// </summary>
internal static class SaltedKey
{
    public static ListedRecord Hide(ListedRecord record, string salt) => record with { Key = Of(record.Key, salt) };

    public static string Of(string key, string salt) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(salt), Encoding.UTF8.GetBytes(key.Trim().ToLowerInvariant())));
}
