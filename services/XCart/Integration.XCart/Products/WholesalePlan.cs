using Integration.Contracts.Products;

namespace Integration.XCart.Products;

/// <summary>What to do with a product's wholesale prices so that they are the wanted ones.</summary>
/// <param name="Add">Prices to be added.</param>
/// <param name="Change">Rows that get another price.</param>
/// <param name="Remove">Rows that nobody wants any more.</param>
internal sealed record WholesalePlan(IReadOnlyList<ProductPrice> Add, IReadOnlyList<WholesaleRow> Change, IReadOnlyList<WholesaleRow> Remove)
{
    /// <summary>Compares what is there with what is wanted.</summary>
    public static WholesalePlan Of(IReadOnlyList<ProductPrice> wanted, IReadOnlyList<WholesaleRow> rows)
    {
        var (add, change) = (new List<ProductPrice>(), new List<WholesaleRow>());
        var left = rows.ToList();
        foreach (var price in wanted.OrderBy(price => price.Quantity))
        {
            if (left.Find(row => row.Membership == price.Group && row.Quantity == price.Quantity) is not { } row)
            {
                add.Add(price);
                continue;
            }

            left.Remove(row);
            if (row.Amount != price.Amount) change.Add(row with { Amount = price.Amount });
        }

        return new WholesalePlan(add, change, left);
    }
}
