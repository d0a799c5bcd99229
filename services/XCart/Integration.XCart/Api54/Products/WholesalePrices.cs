using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Products;
using Integration.XCart.Api;
using Integration.XCart.Api54.Products.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Products;

namespace Integration.XCart.Api54.Products;

/// <summary>Prices for memberships and from quantities on (add-on CDev\Wholesale), row by row.</summary>
internal sealed class WholesalePrices(RestApi shop, RowNames memberships)
{
    private const string Entity = "cdev-wholesale-wholesaleprice";

    /// <summary>The rows with the names of their memberships: one call each, because a product shows its rows without them.</summary>
    public async Task<(IReadOnlyList<WholesaleRow> Rows, WriteOutcome? Failure)> OfAsync(StoredProduct product, CancellationToken ct)
    {
        var rows = new List<WholesaleRow>();
        foreach (var row in product.Wholesale)
        {
            var answer = await shop.ReadAsync<StoredWholesale>(ShopPath.Of(Entity, row.Id), Schema.Default, ct);
            if (answer is ShopAnswer<StoredWholesale>.Failed failed) return ([], failed.Outcome);
            if (answer is not ShopAnswer<StoredWholesale>.Given given) continue;
            string? name = null;
            if (given.Value.Membership is { } membership)
            {
                (name, var failure) = await memberships.NameAsync(membership.Id, ct);
                if (failure is not null) return ([], failure);
            }

            rows.Add(new WholesaleRow(given.Value.Id, name, Math.Max(1, given.Value.From), given.Value.Price));
        }

        return (rows, null);
    }

    /// <summary>Makes the rows the wanted ones.</summary>
    /// <returns>Why it did not come to the end, or null.</returns>
    public async Task<WriteOutcome?> SetAsync(long product, IReadOnlyList<ProductPrice> wanted, IReadOnlyList<WholesaleRow> rows, CancellationToken ct)
    {
        if (wanted.FirstOrDefault(price => price.Quantity != Math.Truncate(price.Quantity)) is { } odd)
            return ShopWrites.Refused("prices", $"X-Cart's prices begin at whole quantities, not at {odd.Quantity.ToString(CultureInfo.InvariantCulture)}.");
        var plan = WholesalePlan.Of(wanted, rows);
        foreach (var price in plan.Add)
        {
            var (fields, failure) = await FieldsAsync(product, price, ct);
            if ((failure ?? ShopWrites.Failure(await shop.PostAsync<StoredWholesale>(Entity, fields, ct))) is { } failed) return failed;
        }

        foreach (var row in plan.Change)
        {
            if (ShopWrites.Failure(await shop.PutAsync<StoredWholesale>(ShopPath.Of(Entity, row.Id), new JsonObject { ["price"] = row.Amount }, ct)) is { } failed) return failed;
        }

        foreach (var row in plan.Remove)
        {
            // Gone already is as good.
            if (await shop.DeleteAsync(ShopPath.Of(Entity, row.Id), ct) is ShopAnswer<bool>.Failed failed) return failed.Outcome;
        }

        return null;
    }

    private async Task<(JsonObject Fields, WriteOutcome? Failure)> FieldsAsync(long product, ProductPrice price, CancellationToken ct)
    {
        var fields = new JsonObject
        {
            ["product"] = new JsonObject { ["product_id"] = product },
            ["type"] = "price",
            ["price"] = price.Amount,
            ["quantityRangeBegin"] = (int)price.Quantity,
        };
        if (price.Group is null) return (fields, null);
        var (id, failure) = await memberships.IdAsync(price.Group, ct);
        if (failure is null) fields["membership"] = new JsonObject { ["membership_id"] = id };
        return (fields, failure);
    }
}
