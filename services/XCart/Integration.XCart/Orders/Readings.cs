using Integration.XCart.Orders.Canonical;
using Integration.XCart.Orders.Wire;

namespace Integration.XCart.Orders;

/// <summary>Whether the two readings of an order show the same state of it.</summary>
internal static class Readings
{
    /// <summary>True when they agree on number, total, change stamp, currency and lines.</summary>
    public static bool Agree(StoredOrder stored, ShownOrder shown) =>
        stored.Id == shown.Id
        && stored.Number == shown.Number
        && stored.Total == shown.Total
        && shown.ChangedAt?.ToUnixTimeSeconds() is { } changed && changed == stored.ChangedAt
        && Lines.Agree(stored, shown);
}
