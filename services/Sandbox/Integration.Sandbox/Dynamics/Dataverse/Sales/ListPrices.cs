using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Sales;

/// <summary>Prices of a price list.</summary>
internal static class ListPrices
{
    /// <summary>The price list item for a product in a unit; null when the list has none.</summary>
    public static Record? Item(Transaction transaction, Reference priceList, Reference product, Reference unit) =>
        transaction.First("productpricelevel", ["pricelevelid", "productid", "uomid"], priceList, product, unit);

    /// <summary>What an item says a unit costs; null when what it builds on is missing.</summary>
    public static decimal? Price(Record item, Record product)
    {
        var rate = (item.Number("percentage") ?? 0m) / 100m;
        return item.Whole("pricingmethodcode") switch
        {
            1 => item.Number("amount"),
            2 => product.Number("price") * rate,
            3 => product.Number("currentcost") * (1m + rate),
            4 when rate < 1m => product.Number("currentcost") / (1m - rate),
            5 => product.Number("standardcost") * (1m + rate),
            6 when rate < 1m => product.Number("standardcost") / (1m - rate),
            _ => null,
        };
    }
}
