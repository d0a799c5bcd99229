using System.Collections.Concurrent;
using System.Globalization;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.XCart.Api;
using Integration.XCart.Api55.Customers.Wire;
using Integration.XCart.Api55.Protocol;

namespace Integration.XCart.Api55.Customers;

/// <summary>Names of memberships, of which a profile shows only the id. They are asked for when an unknown id or name comes, and remembered.</summary>
internal sealed class Memberships(PlatformApi shop)
{
    private readonly ConcurrentDictionary<long, string> _names = new();

    /// <summary>The membership's name, or its id where the shop does not tell the name; absent for none.</summary>
    public async Task<ShopAnswer<string>> NameAsync(long? id, CancellationToken ct)
    {
        if (id is not { } number || number <= 0) return new ShopAnswer<string>.Absent();
        if (_names.TryGetValue(number, out var known)) return new ShopAnswer<string>.Given(known, null);
        if (await AskAsync(ct) is { } failed) return new ShopAnswer<string>.Failed(failed.Outcome, failed.Status);
        return new ShopAnswer<string>.Given(_names.GetOrAdd(number, missing => missing.ToString(CultureInfo.InvariantCulture)), null);
    }

    /// <summary>The id of the membership with this name, whatever its case.</summary>
    public async Task<(long? Id, WriteOutcome? Failure)> IdAsync(string name, CancellationToken ct)
    {
        if (Known(name) is { } known) return (known, null);
        if (await AskAsync(ct) is { } failed) return (null, failed.Outcome);
        return Known(name) is { } found
            ? (found, null)
            : (null, new WriteOutcome.Rejected([new Reason("group", $"The shop has no membership named '{name}'. Make it, or correct the lookup.")]));
    }

    private long? Known(string name) => _names.Where(pair => pair.Value.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(pair => (long?)pair.Key).FirstOrDefault();

    private async Task<ShopAnswer<IReadOnlyList<MembershipOutput>>.Failed?> AskAsync(CancellationToken ct)
    {
        var answer = await shop.AllAsync<MembershipOutput>("memberships", ct);
        foreach (var one in answer is ShopAnswer<IReadOnlyList<MembershipOutput>>.Given given ? given.Value : [])
        {
            if ((one.MembershipId ?? one.Id) is { } key && one.Name is { Length: > 0 } name) _names[key] = name;
        }

        return answer as ShopAnswer<IReadOnlyList<MembershipOutput>>.Failed;
    }
}
