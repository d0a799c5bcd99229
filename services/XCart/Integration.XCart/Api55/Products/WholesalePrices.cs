using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Contracts.Products;
using Integration.XCart.Api;
using Integration.XCart.Api55.Products.Wire;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Products;

namespace Integration.XCart.Api55.Products;

/// <summary>Prices for memberships and from quantities on. The API takes none that begins below two, so that a membership's price for one is left out.</summary>
internal sealed class WholesalePrices(PlatformApi shop)
{
    private const int Least = 2;

    /// <summary>The prices that the shop can keep.</summary>
    public static IReadOnlyList<ProductPrice> Keepable(IReadOnlyList<ProductPrice> wanted) => [.. wanted.Where(price => price.Quantity >= Least)];

    /// <summary>The rows; none where the shop has no such prices.</summary>
    public async Task<(IReadOnlyList<WholesaleRow> Rows, WriteOutcome? Failure)> OfAsync(long product, CancellationToken ct)
    {
        var answer = await shop.AllAsync<WholesaleView>(Path(product), ct);
        if (answer is ShopAnswer<IReadOnlyList<WholesaleView>>.Failed failed) return ([], failed.Outcome);
        var rows = answer is ShopAnswer<IReadOnlyList<WholesaleView>>.Given given ? given.Value.Where(row => row.Type is null or "price").ToList() : [];
        if (rows.All(row => row.Membership is null)) return ([.. rows.Select(row => Row(row, null))], null);
        var (names, failure) = await MembershipsAsync(ct);
        return failure is not null
            ? ([], failure)
            : ([.. rows.Select(row => Row(row, row.Membership is { } id ? names.Find(one => one.Id == id)?.Name ?? id.ToString(CultureInfo.InvariantCulture) : null))], null);
    }

    /// <summary>Makes the rows the wanted ones.</summary>
    /// <returns>Why it did not come to the end, or null.</returns>
    public async Task<WriteOutcome?> SetAsync(long product, IReadOnlyList<ProductPrice> wanted, CancellationToken ct)
    {
        if (wanted.FirstOrDefault(price => price.Quantity != Math.Truncate(price.Quantity)) is { } odd)
            return ShopWrites.Refused("prices", $"X-Cart's prices begin at whole quantities, not at {odd.Quantity.ToString(CultureInfo.InvariantCulture)}.");
        var (rows, failure) = await OfAsync(product, ct);
        if (failure is not null) return failure;
        var plan = WholesalePlan.Of(Keepable(wanted), rows);
        foreach (var price in plan.Add)
        {
            var (body, unknown) = await BodyAsync(price, ct);
            if ((unknown ?? ShopWrites.Failure(await shop.PostAsync<WholesaleView>(Path(product), body, ct))) is { } failed) return failed;
        }

        foreach (var row in plan.Change)
        {
            if (ShopWrites.Failure(await shop.PutAsync<WholesaleView>($"{Path(product)}/{row.Id}", new JsonObject { ["price"] = row.Amount }, ct)) is { } failed) return failed;
        }

        foreach (var row in plan.Remove)
        {
            // Gone already is as good.
            if (await shop.DeleteAsync($"{Path(product)}/{row.Id}", ct) is ShopAnswer<bool>.Failed failed) return failed.Outcome;
        }

        return null;
    }

    private async Task<(JsonObject Body, WriteOutcome? Failure)> BodyAsync(ProductPrice price, CancellationToken ct)
    {
        var body = new JsonObject { ["type"] = "price", ["price"] = price.Amount, ["quantity_range_begin"] = (int)price.Quantity, ["membership"] = null };
        if (price.Group is null) return (body, null);
        var (names, failure) = await MembershipsAsync(ct);
        if (failure is not null) return (body, failure);
        if (names.Find(one => string.Equals(one.Name, price.Group, StringComparison.OrdinalIgnoreCase)) is not { } membership)
            return (body, new WriteOutcome.Rejected([new Reason("prices", $"The shop has no membership named '{price.Group}'. Make it, or correct the lookup.")]));
        body["membership"] = membership.Id;
        return (body, null);
    }

    private async Task<(List<NamedView> Names, WriteOutcome? Failure)> MembershipsAsync(CancellationToken ct) => await shop.AllAsync<NamedView>("memberships", ct) switch
    {
        ShopAnswer<IReadOnlyList<NamedView>>.Given given => ([.. given.Value], null),
        ShopAnswer<IReadOnlyList<NamedView>>.Failed failed => ([], failed.Outcome),
        _ => ([], null),
    };

    private static WholesaleRow Row(WholesaleView row, string? membership) => new(row.Id, membership, row.From, row.Price);

    private static string Path(long product) => $"products/{product.ToString(CultureInfo.InvariantCulture)}/wholesale_prices";
}
