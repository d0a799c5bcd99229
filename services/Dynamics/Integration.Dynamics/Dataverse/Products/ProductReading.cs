using Integration.Contracts.Products;
using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.Products;

/// <summary>Turns records of products, units and prices into canonical products.</summary>
internal static class ProductReading
{
    private const int Active = 0;
    private const int UnderRevision = 3;
    private const int Family = 2;
    private const int Bundle = 3;
    private const int CurrencyAmount = 1;

    /// <summary>Columns of a product.</summary>
    public static IReadOnlyList<string> Columns(string sku) =>
    [
        "productid", sku, "name", "description", "statecode", "price", "stockweight", "producttypecode", "productstructure", "iskit", "isstockitem", "_defaultuomid_value",
        "_defaultuomscheduleid_value", "modifiedon",
    ];

    /// <summary>Columns of a price.</summary>
    public static IReadOnlyList<string> PriceColumns { get; } = ["productpricelevelid", "amount", "pricingmethodcode", "_productid_value", "_uomid_value", "_pricelevelid_value"];

    /// <summary>Leaves families out: a family groups products and is not sold itself.</summary>
    public static string NoFamilies { get; } = $"productstructure ne {Family}";

    /// <summary>True for a family of products.</summary>
    public static bool IsFamily(DataverseRecord product) => product.Whole("productstructure") == Family;

    /// <summary>The product without units and prices for others.</summary>
    /// <param name="product">The product.</param>
    /// <param name="price">Its price on the main list, if it stands there.</param>
    /// <param name="catalogue">How the organization keeps products.</param>
    public static Product Of(DataverseRecord product, decimal? price, ProductCatalogue catalogue) => new()
    {
        Id = product.Id("productid") is { } id ? id.ToString("D") : "",
        Sku = product.Text(catalogue.Sku),
        Kind = KindOf(product),
        Name = product.Text("name"),
        Description = product.Text("description"),
        // One under revision is sold on as it was published last.
        Enabled = product.Whole("statecode") is Active or UnderRevision,
        Price = price ?? product.Number("price"),
        Weight = product.Number("stockweight") is { } weight and > 0 ? weight : null,
        WeightUnit = catalogue.WeightUnit,
        ChangedAt = product.Moment("modifiedon"),
    };

    /// <summary>The record of the price in a unit on a list; null when there is none.</summary>
    public static DataverseRecord? PriceOf(IEnumerable<DataverseRecord> prices, Guid? list, Guid? unit)
    {
        foreach (var price in prices.Where(price => price.Link("pricelevelid") == list && price.Link("uomid") == unit)) return price;
        return null;
    }

    /// <summary>What a price says; null for one that is worked out as a percentage.</summary>
    public static decimal? Amount(DataverseRecord? price) => price is { } one && one.Whole("pricingmethodcode") == CurrencyAmount ? one.Number("amount") : null;

    /// <summary>Prices in the sales unit on the other active lists. The lists of orders are for everybody, each in its currency; any other is a group's, by its name.</summary>
    public static IReadOnlyList<ProductPrice> Prices(IReadOnlyList<DataverseRecord> prices, Guid? unit, IEnumerable<PriceList> lists, PriceList? main, IReadOnlyCollection<string> ofOrders) =>
    [
        .. lists.Where(list => list.IsActive && list.Id != main?.Id)
            .Select(list => (List: list, Amount: Amount(PriceOf(prices, list.Id, unit)))).Where(row => row.Amount is not null)
            .Select(row => new ProductPrice(ofOrders.Contains(row.List.Name) ? null : row.List.Name, 1, row.Amount!.Value, row.List.Currency.Length > 0 ? row.List.Currency : null))
            .OrderBy(price => price.Group, StringComparer.Ordinal).ThenBy(price => price.Currency, StringComparer.Ordinal),
    ];

    /// <summary>Units of a group with what each holds of the base unit; one whose base is missing is left out.</summary>
    public static IReadOnlyList<ProductUnit> Units(IReadOnlyList<DataverseRecord> units)
    {
        var byId = units.Where(unit => unit.Id("uomid") is not null).ToDictionary(unit => unit.Id("uomid")!.Value);
        return [.. units.Select(unit => (Name: unit.Text("name"), Size: Size(unit, byId, units.Count))).Where(unit => unit is { Name.Length: > 0, Size: not null }).Select(unit => new ProductUnit(unit.Name, unit.Size!.Value))];
    }

    private static decimal? Size(DataverseRecord unit, Dictionary<Guid, DataverseRecord> units, int left)
    {
        var quantity = unit.Number("quantity") is { } given and > 0 ? given : 1;
        if (unit.Link("baseuom") is not { } smaller) return quantity;
        // A circle has no base.
        return left > 0 && units.TryGetValue(smaller, out var one) ? quantity * Size(one, units, left - 1) : null;
    }

    private static ProductKind KindOf(DataverseRecord product) =>
        product.Whole("productstructure") == Bundle || product.Flag("iskit") ? ProductKind.Kit
        : product.Whole("producttypecode") is { } type and not 1 || product.Json["isstockitem"]?.GetValueKind() == System.Text.Json.JsonValueKind.False ? ProductKind.NonStock
        : ProductKind.Stock;
}
