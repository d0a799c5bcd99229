using Integration.Connectors.Outcomes;
using Integration.Mapping.Conversions.Addresses;
using Integration.XCart.Api;
using Integration.XCart.Api54.Customers.Wire;
using Integration.XCart.Api54.Protocol;

namespace Integration.XCart.Api54.Customers;

/// <summary>The shop's states, read once. A list's rows do not show their country: a state counts as found when both its code and its name are those of the country's.</summary>
internal sealed class ShopStates(RestApi shop)
{
    private IReadOnlyList<StoredState>? _rows;

    /// <summary>The shop's id of a state, or null where it has none: then the state is free text.</summary>
    public async Task<(long? Id, WriteOutcome? Failure)> IdAsync(string country, string code, CancellationToken ct)
    {
        if (code.Length == 0) return (null, null);
        if (_rows is null)
        {
            switch (await shop.ListAsync<StoredState>("state", "", ct))
            {
                case ShopAnswer<IReadOnlyList<StoredState>>.Given given: _rows = given.Value; break;
                case ShopAnswer<IReadOnlyList<StoredState>>.Failed failed: return (null, failed.Outcome);
                default: return (null, null);
            }
        }

        return (_rows.FirstOrDefault(row => row.Code == code && States.CodeOf(country, row.Name ?? "") == code)?.Id, null);
    }
}
