using System.Text.Json.Serialization;
using Integration.Contracts.Orders;
using Integration.Contracts.Returns;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>All that the storefront's side knows of one order's returns and credits.</summary>
internal sealed record ReturnsOfOrder
{
    /// <summary>Returns of the shop by their id.</summary>
    public Dictionary<string, ShopReturn> FromShop { get; init; } = [];

    /// <summary>Returns of the ERP by the ERP's id, those that came from the shop too.</summary>
    public Dictionary<string, SeenReturn> InErp { get; init; } = [];

    /// <summary>Credit memos and refunds of the ERP by the ERP's id.</summary>
    public Dictionary<string, SeenCredit> Credits { get; init; } = [];

    /// <summary>Returns of the shop that cannot be, by their id, with what operators were told.</summary>
    public Dictionary<string, string> Refused { get; init; } = [];

    /// <summary>What a person was told to give back at the payment provider; 0 when nothing is open.</summary>
    public decimal Asked { get; init; }

    /// <summary>The status that the saga was told last.</summary>
    public FulfilmentStatus Told { get; init; }

    /// <summary>Rises with every status told.</summary>
    public int Revision { get; init; }

    /// <summary>Returns of the ERP that the shop did not ask for, and that still count.</summary>
    [JsonIgnore]
    public IEnumerable<ErpReturn> ByErp => InErp.Values.Select(seen => seen.Return)
        .Where(seen => seen.State != ErpReturnState.Cancelled && !FromShop.Values.Any(asked => asked.Return.Reference == seen.Reference));

    /// <summary>What has been received by SKU.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, decimal> Received => Sum(InErp.Values.SelectMany(seen => seen.Return.Received));

    /// <summary>What the order sold by SKU, as the ERP says.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, decimal> Sold => Sum(InErp.Values.Select(seen => seen.Return.Sold).MaxBy(sold => sold.Count) ?? []);

    /// <summary>
    /// <see cref="FulfilmentStatus.Returned"/> when everything that was sold has been received, <see cref="FulfilmentStatus.PartlyReturned"/> when a part
    /// has, <see cref="FulfilmentStatus.Unknown"/> when nothing has.
    /// </summary>
    [JsonIgnore]
    public FulfilmentStatus Status
    {
        get
        {
            var received = Received;
            if (received.Count == 0) return FulfilmentStatus.Unknown;
            var sold = Sold;
            return sold.Count > 0 && sold.All(item => received.GetValueOrDefault(item.Key) >= item.Value) ? FulfilmentStatus.Returned : FulfilmentStatus.PartlyReturned;
        }
    }

    private static Dictionary<string, decimal> Sum(IEnumerable<ReturnedQuantity> lines) => lines.GroupBy(line => line.Sku, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.Sum(line => line.Quantity), StringComparer.OrdinalIgnoreCase);
}
