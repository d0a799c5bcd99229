using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop;

/// <summary>A stock write that was answered with the new amount and is then overwritten by a sale that read the old one.</summary>
internal static class OverwrittenStock
{
    public static void Play(ShopUnit shop, string entity, JsonObject before, JsonObject row)
    {
        if (before.Long("amount") != row.Long("amount") && !shop.KeepsStockAtomic && shop.Races.TakeOverwrittenStockWrite())
        {
            row["amount"] = before["amount"]?.DeepClone();
            shop.Rows.Save(entity, row);
        }
    }
}
