using System.Collections.Concurrent;
using System.Globalization;
using Integration.XCart.Api;
using Integration.XCart.Api55.Customers.Wire;
using Integration.XCart.Api55.Protocol;

namespace Integration.XCart.Api55.Customers;

/// <summary>Names of memberships, of which a profile shows only the id. They are asked for when an unknown one comes, and remembered.</summary>
internal sealed class Memberships(PlatformApi shop)
{
    private readonly ConcurrentDictionary<long, string> _names = new();

    /// <summary>The membership's name, or its id where the shop does not tell the name; absent for none.</summary>
    public async Task<ShopAnswer<string>> NameAsync(long? id, CancellationToken ct)
    {
        if (id is not { } number || number <= 0) return new ShopAnswer<string>.Absent();
        if (_names.TryGetValue(number, out var known)) return new ShopAnswer<string>.Given(known, null);
        var answer = await shop.AllAsync<MembershipOutput>("memberships", ct);
        if (answer is ShopAnswer<IReadOnlyList<MembershipOutput>>.Failed failed) return new ShopAnswer<string>.Failed(failed.Outcome, failed.Status);
        foreach (var one in answer is ShopAnswer<IReadOnlyList<MembershipOutput>>.Given given ? given.Value : [])
        {
            if ((one.MembershipId ?? one.Id) is { } key && one.Name is { Length: > 0 } name) _names[key] = name;
        }

        return new ShopAnswer<string>.Given(_names.GetOrAdd(number, missing => missing.ToString(CultureInfo.InvariantCulture)), null);
    }
}
