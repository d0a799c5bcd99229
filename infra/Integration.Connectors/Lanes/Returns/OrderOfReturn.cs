using Integration.Connectors.Connections;
using Integration.Connectors.Lanes.Shipments;
using Integration.Contracts.Orders;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>Finds the storefront order of an ERP's return or credit: by the orders that it names, else by our reference.</summary>
internal static class OrderOfReturn
{
    /// <summary>The order and its number; null when it is nobody's of ours.</summary>
    public static async Task<(OrderKey Key, string Number)?> FindAsync(
        IUnit unit, Connected connected, IReadOnlyList<string> orders, IEnumerable<string> references, CancellationToken ct)
    {
        foreach (var order in orders)
        {
            if (await OrderOfErp.ByLinkAsync(unit, connected, order, ct) is { } linked) return linked;
        }

        foreach (var reference in references.Where(reference => OrderOfErp.IsOurs(connected, reference)))
        {
            // A return's reference is its order's with a slash and the return's id; people write the order's alone.
            var order = reference.LastIndexOf('/') is var slash and > 0 ? reference[..slash] : reference;
            if (await OrderOfErp.ByReferenceAsync(unit, connected, order, ct) is { } known) return known;
        }

        return null;
    }
}
