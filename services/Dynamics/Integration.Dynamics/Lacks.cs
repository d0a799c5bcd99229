using Integration.Contracts.Records;

namespace Integration.Dynamics;

/// <summary>What a mode cannot do, for people.</summary>
internal static class Lacks
{
    private static readonly string[] OfFinance =
    [
        "F&O's entities have no change stamps: a sweep lists all open orders and the packing slips of some days, and compares.",
        "Stock tells nothing of its changes but by business event: otherwise the reading of everything finds them.",
        "Journals are posted by a batch job of F&O or by people: no OData operation does it. What stands in an open journal counts as booked.",
        "Products and their prices are read, and not written: a product is released by people, and prices come from trade agreement journals that they post.",
        "Of returns credit notes are read, and no refunds that people pay out in F&O: settlement is theirs.",
        "Variants sold under SKUs of their own need product dimensions in the mapping document; stock is added up per item number.",
    ];

    private static readonly string[] OfDataverse =
    [
        "Dataverse has no payments and no ledger: money is not booked, and the lane of payments does not exist here.",
        "Stock is product.quantityonhand, a plain number that no order changes: somebody else keeps it.",
        "Shipments are read from invoices, whose lines carry the tracking number: Sales has no shipments of its own.",
        "Returns are not there: Sales has no returns.",
        "A cancelled order is opened again only if Sales allows it, which no source promises; otherwise people enter it anew.",
    ];

    /// <summary>The lacks of the connection's mode.</summary>
    public static IReadOnlyList<string> Of(DynamicsSettings settings) =>
    [
        .. settings.HasFinance ? OfFinance : OfDataverse,
        .. settings.HasDualWrite ? ["Orders are made in Dataverse and reach F&O by dual-write alone: while its map stands still, they wait."] : (string[])[],
        .. settings is { HasFinance: true, Cancellation.By: CancelBy.Person } ? ["Orders are cancelled and opened again by people in F&O: no OData operation does it."] : (string[])[],
    ];

    /// <summary>Records that are not listed, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Unlisted(DynamicsSettings settings) => new Dictionary<string, string>
    {
        [Entities.Return] = settings.HasFinance ? "A return that was entered in F&O carries no id that the storefront knows." : "Returns are not served: Sales has none.",
    };
}
