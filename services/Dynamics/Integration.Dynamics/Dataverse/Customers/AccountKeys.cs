using System.Security.Cryptography;
using System.Text;
using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.Customers;

/// <summary>
/// Keys under which accounts are made: the same for the same e-mail address, so that of two that are made at once Dataverse refuses the second. A hash, because an address holds characters that
/// break keys, and because keys stand in call logs.
/// </summary>
/// <param name="column">The text column with the alternate key; null: accounts are made without.</param>
internal sealed class AccountKeys(string? column)
{
    // An account keeps its key when its e-mail address changes; who comes with the old address then takes the next one.
    private const int Most = 5;
    private const int Length = 32;

    /// <summary>The keys to try one after another; none when accounts are made without.</summary>
    public IEnumerable<AlternateKey> Of(string email)
    {
        if (column is null || email.Length == 0) yield break;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email)))[..Length];
        for (var number = 1; number <= Most; number++) yield return new AlternateKey((column, number == 1 ? $"shop-{hash}" : $"shop-{hash}-{number}"));
    }
}
