using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.XCart.Api;
using Integration.XCart.Api54.Orders.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Orders;

namespace Integration.XCart.Api54.Orders;

/// <summary>
/// Reads what went on at the provider, one call per transaction that a provider had to do with. Offline transactions have none of it (all recorded
/// ones), and a pair whose payments stay in the shop does not need it.
/// </summary>
internal sealed class TransactionReader(RestApi shop)
{
    /// <summary>The transactions with their operations, or why they could not be read.</summary>
    public async Task<(IReadOnlyList<ShopTransaction>? Read, WriteOutcome? Why)> CompleteAsync(
        IReadOnlyList<StoredTransaction> stored, IReadOnlyList<ShopTransaction> shown, PairDefinition pair, CancellationToken ct)
    {
        if (pair.Lanes.Payments is null) return (shown, null);
        var complete = new List<ShopTransaction>();
        foreach (var (row, transaction) in stored.Zip(shown))
        {
            if (row.Status is not ("S" or "V"))
            {
                complete.Add(transaction);
                continue;
            }

            switch (await shop.ReadAsync<WholeTransaction>(ShopPath.Of("payment-transaction", row.Id), Schema.Default, ct))
            {
                case ShopAnswer<WholeTransaction>.Given given:
                    complete.Add(transaction with { Operations = [.. (given.Value.Operations ?? []).Select(operation => operation.ToShop())], Data = TransactionData.ByName(given.Value.Data) });
                    break;
                case ShopAnswer<WholeTransaction>.Failed failed:
                    return (null, failed.Outcome);
                default:
                    // Gone between the two calls: the order changed while it was read.
                    return (null, null);
            }
        }

        return (complete, null);
    }
}
