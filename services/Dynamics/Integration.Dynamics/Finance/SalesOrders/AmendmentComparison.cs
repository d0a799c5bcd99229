using Integration.Contracts.Operations;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>Compares what an amendment changes beside lines and total. What it says of addresses names the field only: the values are somebody's personal data.</summary>
internal static class AmendmentComparison
{
    private const string DeliveryMode = "DeliveryModeCode";

    /// <summary>The header's fields that an amendment changes.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        DeliveryMode, "Email", "DeliveryAddressName", "DeliveryAddressStreet", "DeliveryAddressCity", "DeliveryAddressStateId", "DeliveryAddressZipCode", "DeliveryAddressCountryRegionId",
    ];

    /// <summary>Every difference, those of <see cref="OrderComparison"/> first.</summary>
    public static IReadOnlyList<Reason> Differences(OrderDocument wanted, StoredOrder stored) =>
    [
        .. OrderComparison.Differences(wanted, stored),
        .. Changed(wanted, stored).Select(field => field == DeliveryMode
            ? OrderComparison.Differs($"header.{field}", wanted.Header.Text(field), stored.Header.Text(field))
            : new Reason($"header.{field}", "Differs from what the shop shows.")),
    ];

    /// <summary>Those of <see cref="Fields"/> that the document writes and the order has otherwise.</summary>
    public static IEnumerable<string> Changed(OrderDocument wanted, StoredOrder stored) => Fields.Where(field =>
        wanted.Header.ContainsKey(field) && !OrderComparison.Same(Plain(wanted.Header.Text(field)), Plain(stored.Header.Text(field))));

    // Line breaks come back in another form.
    private static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
