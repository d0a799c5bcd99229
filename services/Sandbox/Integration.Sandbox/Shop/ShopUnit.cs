using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.AddOn;
using Integration.Sandbox.Shop.Orders;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop;

/// <summary>One transaction on the shop: its rows, its clock, how it is set up and how it misbehaves.</summary>
/// <param name="Rows">The shop's tables.</param>
/// <param name="Options">How the shop was set up.</param>
/// <param name="Races">Races to play.</param>
/// <param name="Now">Unix seconds at the start of the transaction.</param>
internal sealed record ShopUnit(ShopRows Rows, ShopOptions Options, RaceSwitches Races, long Now)
{
    /// <summary>Stock levels that this transaction read before it began, to be written over; null when it reads them now.</summary>
    public StaleStock? Stale { get; init; }

    /// <summary>Whether our add-on makes the shop's own stock changes single statements: then none of them is lost, nor loses another.</summary>
    public bool KeepsStockAtomic => AddOnSettings.Of(Rows.Unit).KeepsStockAtomic;

    /// <summary>Writes an order row that has really changed, as X-Cart's pre-update hook: its <c>lastRenewDate</c> moves.</summary>
    public void SaveChangedOrder(JsonObject order)
    {
        order["lastRenewDate"] = Now;
        Rows.Save("order", order);
    }
}
