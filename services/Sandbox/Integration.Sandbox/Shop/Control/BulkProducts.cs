using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Control;

/// <summary>Many plain products at once, with the SKUs that the ERP's bulk path makes: BULK-000001 ….</summary>
internal sealed record BulkProducts
{
    public int Count { get; init; } = 1000;

    public string Prefix { get; init; } = "BULK-";

    /// <summary>Pieces of each.</summary>
    public int Amount { get; init; }

    public decimal Price { get; init; } = 10;

    /// <summary>Makes them.</summary>
    public int Make(ShopUnit shop)
    {
        for (var number = 1; number <= Count; number++)
        {
            var sku = $"{Prefix}{number:000000}";
            shop.Rows.Insert("product", new JsonObject
            {
                ["sku"] = sku, ["amount"] = Amount, ["price"] = Price, ["date"] = shop.Now, ["updateDate"] = shop.Now,
                ["translations"] = new JsonArray(new JsonObject { ["code"] = "en", ["name"] = sku }),
            });
        }

        return Count;
    }
}
