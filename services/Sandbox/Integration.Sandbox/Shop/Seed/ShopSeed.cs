using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Seed;

/// <summary>Fills a new shop: with the given rows, or with the built-in catalogue.</summary>
internal static class ShopSeed
{
    private const string Seeded = "seeded";

    // X-Cart gives an id when a cart is made and a number when it is placed; here they differ from the first order on.
    private const long LastCartId = 100;

    public static bool Fill(ShopUnit shop)
    {
        if (shop.Rows.Unit.Counter(Seeded) > 0)
        {
            return false;
        }

        shop.Rows.Unit.SetCounter(Seeded, 1);
        shop.Rows.Unit.SetCounter("orderNumber", shop.Options.FirstOrderNumber - 1);
        if (shop.Options.SeedRows is not { } given)
        {
            shop.Rows.Unit.SetCounter("order", LastCartId);
            new Catalogue(shop).Fill();
            return true;
        }

        foreach (var (entity, rows) in JsonNode.Parse(given)!.AsObject())
        {
            foreach (var row in rows!.AsArray())
            {
                shop.Rows.Insert(entity, row!.AsObject());
            }
        }

        return true;
    }
}
