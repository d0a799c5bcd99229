using Integration.Contracts.Amounts;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>Spreads an order's taxes over its lines by their amounts: Sales keeps taxes on lines and adds them up. No cent is lost.</summary>
internal static class TaxShares
{
    /// <summary>The tax of each line.</summary>
    public static IReadOnlyList<decimal> Of(decimal tax, IReadOnlyList<decimal> amounts, string currency)
    {
        var shares = new decimal[amounts.Count];
        if (amounts.Count == 0 || tax == 0) return shares;
        var (total, left, rest) = (amounts.Sum(), tax, amounts.Sum());
        for (var index = 0; index < amounts.Count; index++)
        {
            // Each line takes its part of what is still to be shared, so that the last one takes the rest.
            shares[index] = total == 0 || rest == 0 ? (index == 0 ? left : 0) : index == amounts.Count - 1 ? left : Currencies.Round(left * amounts[index] / rest, currency);
            left -= shares[index];
            rest -= amounts[index];
        }

        if (left != 0) shares[0] += left;
        return shares;
    }
}
