using System.Collections.Concurrent;
using System.Globalization;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.XCart.Api;
using Integration.XCart.Api54.Products.Wire;
using Integration.XCart.Api54.Protocol;

namespace Integration.XCart.Api54.Products;

/// <summary>Names of memberships or tax classes, which only a row read by itself shows. Asked for once each, and anew when a name is not known.</summary>
/// <param name="shop">The shop.</param>
/// <param name="entity"><c>membership</c> or <c>taxclass</c>.</param>
/// <param name="what">What people call it.</param>
internal sealed class RowNames(RestApi shop, string entity, string what)
{
    private readonly ConcurrentDictionary<long, string> _names = new();

    /// <summary>The row's name.</summary>
    public async Task<(string? Name, WriteOutcome? Failure)> NameAsync(long id, CancellationToken ct)
    {
        if (_names.TryGetValue(id, out var known)) return (known, null);
        switch (await shop.ReadAsync<NamedRow>(ShopPath.Of(entity, id), Schema.Default, ct))
        {
            case ShopAnswer<NamedRow>.Given given:
                var name = given.Value.Texts.Count > 0 ? given.Value.Texts[0].Name ?? "" : "";
                return (_names[id] = name.Length > 0 ? name : id.ToString(CultureInfo.InvariantCulture), null);
            case ShopAnswer<NamedRow>.Failed failed:
                return (null, failed.Outcome);
            default:
                return (id.ToString(CultureInfo.InvariantCulture), null);
        }
    }

    /// <summary>The id of the row with this name.</summary>
    public async Task<(long? Id, WriteOutcome? Failure)> IdAsync(string name, CancellationToken ct)
    {
        if (Known(name) is { } known) return (known, null);
        switch (await shop.ListAsync<NamedRow>(entity, "", ct))
        {
            case ShopAnswer<IReadOnlyList<NamedRow>>.Failed failed:
                return (null, failed.Outcome);
            case ShopAnswer<IReadOnlyList<NamedRow>>.Given given:
                foreach (var row in given.Value)
                {
                    var (_, failure) = await NameAsync(row.Id, ct);
                    if (failure is not null) return (null, failure);
                }

                break;
        }

        return Known(name) is { } found
            ? (found, null)
            : (null, new WriteOutcome.Rejected([new Reason(entity, $"The shop has no {what} named '{name}'. Make it, or correct the lookup.")]));
    }

    private long? Known(string name) => _names.Where(pair => pair.Value.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(pair => (long?)pair.Key).FirstOrDefault();
}
